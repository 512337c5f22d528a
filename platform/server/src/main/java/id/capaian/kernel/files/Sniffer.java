package id.capaian.kernel.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Looks into a file to see what it is. */
final class Sniffer {

    private static final int HEAD = 16;
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private Sniffer() {
    }

    /**
     * What the file is.
     *
     * @return empty when it is none of the kinds that are taken in
     */
    static Optional<FileKind> kindOf(Path file) throws IOException {
        byte[] head = head(file);
        if (startsWith(head, PDF)) {
            return Optional.of(FileKind.PDF);
        }
        if (startsWith(head, JPEG)) {
            return Optional.of(FileKind.JPEG);
        }
        if (startsWith(head, PNG)) {
            return Optional.of(FileKind.PNG);
        }
        return startsWith(head, ZIP) ? officeKind(file) : textKind(file);
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean startsWith(byte[] head, byte[] signature) {
        return head.length >= signature.length
                && ByteBuffer.wrap(head, 0, signature.length).equals(ByteBuffer.wrap(signature));
    }

    /** Office files without macros; any other archive is refused. Nothing is unpacked. */
    private static Optional<FileKind> officeKind(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            boolean office = zip.getEntry("[Content_Types].xml") != null;
            boolean macros = zip.stream().anyMatch(entry -> entry.getName().endsWith("vbaProject.bin"));
            if (!office || macros) {
                return Optional.empty();
            }
            if (zip.getEntry("xl/workbook.xml") != null) {
                return Optional.of(FileKind.XLSX);
            }
            return zip.getEntry("word/document.xml") != null ? Optional.of(FileKind.DOCX) : Optional.empty();
        } catch (ZipException e) {
            return Optional.empty();
        }
    }

    /** UTF-8 without control characters; with a separator in its first line it is a table. */
    private static Optional<FileKind> textKind(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), decoder))) {
            boolean firstLine = true;
            boolean table = false;
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
                    return Optional.empty();
                }
                firstLine &= c != '\n';
                table |= firstLine && (c == ',' || c == ';' || c == '\t');
            }
            return Optional.of(table ? FileKind.CSV : FileKind.TEXT);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
