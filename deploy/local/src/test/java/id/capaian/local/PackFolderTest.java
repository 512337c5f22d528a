package id.capaian.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.plugin.engine.PackInvalid;
import id.capaian.plugin.engine.PackJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a copy of Samarinda's pack, as its author saves it. */
class PackFolderTest {

    private static final Path SAMARINDA = Path.of("../../plugins/region-samarinda");

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        Files.copy(SAMARINDA.resolve("pom.xml"), folder.resolve("pom.xml"));
        try (Stream<Path> files = Files.walk(SAMARINDA.resolve("src/main"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path to = folder.resolve(SAMARINDA.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    @Test
    void makesTheJarThatMavenMakesButForTheVersion() throws PackInvalid {
        byte[] bytes = pack().dataJar("1.1.0-dev.3");
        PackJar jar = PackJar.read(bytes);
        assertEquals("region-samarinda", jar.id());
        assertEquals("1.1.0-dev.3", jar.version());
        assertTrue(jar.requires().matches(">=1\\.\\d+\\.0 & <2\\.0\\.0"), jar.requires());
        assertEquals("Capaian", jar.provider());
        assertTrue(PackFolder.checked(bytes) >= 10);
    }

    @Test
    void tellsAGoldenCaseThatFailsAsATable() throws IOException {
        change("golden/01-worked-example.json", "\"index\": 95.84", "\"index\": 95.85");
        String told = refused();
        assertTrue(told.contains("golden/01-worked-example.json"), told);
        assertTrue(told.contains("Seharusnya / Expected"), told);
        assertTrue(told.contains("95.85") && told.contains("95.84"), told);
    }

    @Test
    void namesOtherGoldenCasesThatFailWithoutTheirTables() throws IOException {
        change("formulas/service-quality@2025.json", "0.70 * NH", "0.69 * NH");
        String told = refused();
        assertEquals(3, told.split("Seharusnya / Expected", -1).length, told);
        assertTrue(told.matches("(?s).*\\R\\d+ more golden cases fail: golden/.*"), told);
    }

    @Test
    void tellsWhatIsWrongWithFileAndLine() throws IOException {
        change("sets.json", "\"weight\": 35", "\"weight\": 34");
        String told = refused();
        assertTrue(told.matches("(?s).*sets\\.json:\\d+: .*99.*"), told);
    }

    @Test
    void saysWhatIsNoPack() throws IOException {
        Files.delete(folder.resolve("pom.xml"));
        LocalException refused = assertThrows(LocalException.class, this::pack);
        assertTrue(refused.getMessage().contains("deploy/local/pack-new"), refused.getMessage());
    }

    @Test
    void wantsIdAndVersionInThePom() throws IOException {
        Path pom = folder.resolve("pom.xml");
        Files.writeString(pom, Files.readString(pom).replace("pack.version", "version.of.pack"));
        LocalException refused = assertThrows(LocalException.class, () -> pack().pom());
        assertTrue(refused.getMessage().endsWith("says no pack.id or no pack.version: write both as properties."),
                refused.getMessage());
        Files.writeString(pom, "<project>");
        refused = assertThrows(LocalException.class, () -> pack().pom());
        assertTrue(refused.getMessage().contains("pom.xml cannot be read"), refused.getMessage());
    }

    @Test
    void seesWhatWasSavedAndNotWhatAnEditorPutsBesideIt() throws IOException {
        Map<String, String> before = pack().state();
        Files.writeString(folder.resolve("src/main/resources/.sets.json.swp"), "x");
        assertEquals(before, pack().state());
        Files.writeString(folder.resolve("src/main/resources/texts/id.json"), "{ }");
        Files.delete(folder.resolve("src/main/resources/golden/18-no-indicators.json"));
        Files.writeString(folder.resolve("src/main/resources/golden/99-new.json"), "{}");
        assertEquals(List.of("golden/99-new.json is new", "texts/id.json changed",
                "golden/18-no-indicators.json is gone"), PackRun.changed(before, pack().state()));
    }

    @Test
    void countsDevelopmentVersionsOfEachVersionByThemselves() {
        List<String> staged = List.of("1.0.0", "1.0.0-dev.9", "1.0.0-dev.10", "1.1.0-dev.3", "11.0.0-dev.4");
        assertEquals(11, PackRun.next(staged, "1.0.0"));
        assertEquals(4, PackRun.next(staged, "1.1.0"));
        assertEquals(1, PackRun.next(staged, "1.2.0"));
    }

    @Test
    void knowsAJavaPack() {
        assertFalse(pack().isJava());
        assertTrue(new PackFolder(Path.of("../../plugins/region-tubei")).isJava());
    }

    private PackFolder pack() {
        return new PackFolder(folder);
    }

    private String refused() {
        byte[] jar = pack().dataJar("1.1.0-dev.1");
        return assertThrows(LocalException.class, () -> PackFolder.checked(jar)).getMessage();
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = folder.resolve("src/main/resources").resolve(file);
        String text = Files.readString(path);
        assertTrue(text.contains(from), text);
        Files.writeString(path, text.replace(from, to));
    }
}
