package id.capaian.load;

import id.capaian.load.empty.EmptyApplication;
import id.capaian.load.empty.EmptyResource;
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
    private static final String CLASSES = "WEB-INF/classes/";
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
            for (Class<?> type : List.of(EmptyApplication.class, EmptyResource.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                zip.putNextEntry(new ZipEntry(CLASSES + name));
                try (InputStream bytes = type.getResourceAsStream("/" + name)) {
                    bytes.transferTo(zip);
                }
            }
        }
        return war;
    }
}
