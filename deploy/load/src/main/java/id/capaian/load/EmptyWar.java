package id.capaian.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The smallest Jakarta REST application, as a WAR. */
final class EmptyWar {

    private static final int BYTES = 4_096;
    /** By their files: this program itself has no Jakarta API to load them with. */
    private static final List<String> TYPES =
            List.of("/id/capaian/load/empty/EmptyApplication.class", "/id/capaian/load/empty/EmptyResource.class");
    private static final String BEANS = "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\""
            + " bean-discovery-mode=\"annotated\" version=\"4.0\"/>";

    private EmptyWar() {
    }

    /** Its one answer. */
    static Get request(Http http) {
        return new Get(http, "empty answer", person -> "/kosong", person -> Map.of(),
                (person, body) -> body.length == BYTES);
    }

    /** Writes it. */
    static Path in(Path folder) throws IOException {
        Path war = folder.resolve("empty.war");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
            zip.putNextEntry(new ZipEntry("WEB-INF/beans.xml"));
            zip.write(BEANS.getBytes(StandardCharsets.UTF_8));
            for (String type : TYPES) {
                zip.putNextEntry(new ZipEntry("WEB-INF/classes" + type));
                try (InputStream bytes = EmptyWar.class.getResourceAsStream(type)) {
                    bytes.transferTo(zip);
                }
            }
        }
        return war;
    }
}
