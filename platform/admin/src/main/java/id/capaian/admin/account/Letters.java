package id.capaian.admin.account;

import id.capaian.admin.AdminException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/**
 * Letters to print: one HTML file a run and government, a page a person, to be opened in a browser and printed. A file
 * that a run was cut off in the middle of can be printed as it is.
 */
public final class Letters {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="id">
            <head>
            <meta charset="utf-8">
            <title>Surat akun Capaian</title>
            <style>
            @page { size: A4; margin: 25mm }
            body { font: 12pt/1.5 serif; max-width: 160mm; margin: 10mm auto }
            section { break-after: page; padding-bottom: 10mm }
            h1 { font-size: 16pt; border-bottom: 1px solid; padding-bottom: 4mm }
            th { text-align: left; font-weight: normal; padding-right: 8mm; white-space: nowrap }
            code { font: 14pt monospace }
            [lang=en] { font-style: italic }
            </style>
            </head>
            <body>
            """;
    private static final DateTimeFormatter RUN = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path folder;
    private final String baseUrl;
    private final String run = RUN.format(Instant.now().atZone(ZoneOffset.UTC));
    private final Map<String, Path> begun = new HashMap<>();

    /**
     * @param folder  where the letters go, readable by the caller alone; made when missing
     * @param baseUrl address of the product, without the tenant
     */
    public Letters(Path folder, String baseUrl) {
        this.folder = folder;
        this.baseUrl = baseUrl;
    }

    String baseUrl() {
        return baseUrl;
    }

    /**
     * Adds a page.
     *
     * @throws AdminException when it cannot be written; the next run makes another password
     */
    synchronized void write(String tenant, Invitation invitation) {
        try {
            Path file = begun.get(tenant);
            if (file == null) {
                file = begin(tenant);
                begun.put(tenant, file);
            }
            Files.writeString(file, invitation.page(), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new AdminException("Cannot write a letter into " + folder + ": " + e.getMessage(), e);
        }
    }

    private Path begin(String tenant) throws IOException {
        Files.createDirectories(folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path file = folder.resolve(tenant + "-" + run + ".html");
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(tenant + "-" + run + "-" + i + ".html");
        }
        Files.createFile(file, mine);
        Files.writeString(file, HEAD);
        return file;
    }
}
