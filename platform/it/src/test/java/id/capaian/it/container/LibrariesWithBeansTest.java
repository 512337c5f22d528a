package id.capaian.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.capaian.local.Artifacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/**
 * The container looks for beans only in libraries that {@code glassfish-web.xml} names (ADR 010). A bean of another one
 * that nobody injects, an observer say, would be absent without a word.
 */
class LibrariesWithBeansTest {

    private static final String LIBRARIES = "WEB-INF/lib/";
    /** How a class file names the annotations that make beans, resources, entities, filters and listeners. */
    private static final List<String> MARKS = List.of("Ljakarta/enterprise/", "Ljakarta/inject/", "Ljakarta/ws/rs/",
            "Ljakarta/persistence/", "Ljakarta/servlet/annotation/", "Ljakarta/ejb/");

    @Test
    void areThoseTheContainerLooksInto() throws IOException {
        Set<String> with = new TreeSet<>();
        try (ZipFile war = new ZipFile(Artifacts.here().war().toFile())) {
            for (ZipEntry library : war.stream().filter(entry -> entry.getName().startsWith(LIBRARIES)).toList()) {
                if (library.getName().endsWith(".jar") && hasBeans(war.getInputStream(library))) {
                    with.add(library.getName().substring(LIBRARIES.length()).replaceAll("-[0-9].*", ""));
                }
            }
        }
        assertEquals(Set.of("keycloak-adapter"), with, "what scanning-include of glassfish-web.xml names");
    }

    private static boolean hasBeans(InputStream library) throws IOException {
        try (ZipInputStream files = new ZipInputStream(library)) {
            for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                if (file.getName().equals("META-INF/beans.xml") || file.getName().endsWith(".class") && isMarked(files)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isMarked(InputStream classFile) throws IOException {
        String constants = new String(classFile.readAllBytes(), StandardCharsets.ISO_8859_1);
        return MARKS.stream().anyMatch(constants::contains);
    }
}
