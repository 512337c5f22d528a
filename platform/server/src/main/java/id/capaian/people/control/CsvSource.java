package id.capaian.people.control;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.people.ImportProblems;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A text file read with one separator. */
final class CsvSource implements SheetSource {

    private static final Charset OF_OLD_OFFICES = Charset.forName("windows-1252");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private final CSVFormat format;

    private CsvSource(String text, char separator) {
        this.text = text;
        this.format = CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(false).get();
    }

    /**
     * The file with each separator that it may have; the likeliest first.
     *
     * @throws CharacterCodingException when it is no text
     * @throws ProblemException         {@link Problem#UNSUPPORTED_FORMAT} when it has signs that no text has,
     *                                  {@link Problem#BODY_TOO_LARGE} when it has more lines than a sheet
     */
    static List<SheetSource> of(byte[] file, ImportProblems warnings) throws CharacterCodingException {
        String text = decoded(file, warnings);
        if (text.indexOf('\0') >= 0) {
            throw new ProblemException(Problem.UNSUPPORTED_FORMAT);
        }
        if (text.lines().skip(MOST_LINES).findAny().isPresent()) {
            throw new ProblemException(Problem.BODY_TOO_LARGE);
        }
        return Stream.of(';', ',', '\t').map(separator -> (SheetSource) new CsvSource(text, separator)).toList();
    }

    private static String decoded(byte[] file, ImportProblems warnings) throws CharacterCodingException {
        boolean bigEndian = startsWith(file, 0xFE, 0xFF);
        if (bigEndian || startsWith(file, 0xFF, 0xFE)) {
            return strictly(file, StandardCharsets.UTF_16);
        }
        try {
            return strictly(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            // What offices save by "CSV" without more. Five bytes have no meaning there: then it is something else.
            String text = strictly(file, OF_OLD_OFFICES);
            warnings.add(0, ImportProblems.FILE, "people.import.oldEncoding");
            return text;
        }
    }

    private static String strictly(byte[] file, Charset charset) throws CharacterCodingException {
        String text = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(file)).toString();
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static boolean startsWith(byte[] file, int first, int second) {
        return file.length > 1 && file[0] == (byte) first && file[1] == (byte) second;
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public int read(Predicate<SheetLine> each) throws IOException {
        int number = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext()) {
                CSVRecord line = records.next();
                number = (int) line.getRecordNumber();
                if (!isSeparatorLine(line) && !each.test(line(line))) {
                    return 0;
                }
            }
            return 0;
        } catch (UncheckedIOException e) {
            return number + 1;
        }
    }

    /** {@code sep=;} in the first line tells spreadsheets the separator. */
    private static boolean isSeparatorLine(CSVRecord line) {
        return line.getRecordNumber() == 1 && line.get(0).startsWith("sep=");
    }

    private SheetLine line(CSVRecord line) {
        if (line.size() > WorkbookParts.MOST_COLUMNS) {
            throw new ProblemException(Problem.BODY_TOO_LARGE);
        }
        List<String> texts = new ArrayList<>(line.size());
        for (String cell : line) {
            texts.add(CellText.ofCsv(cell));
        }
        return new SheetLine((int) line.getRecordNumber(), texts, List.of());
    }
}
