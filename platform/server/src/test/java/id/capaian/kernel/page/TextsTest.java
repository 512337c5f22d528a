package id.capaian.kernel.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.problem.Problem;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Path FOLDER = Path.of("src/main/resources/texts");

    private final Texts texts = new Texts();

    @Test
    void everyTextIsThereInBothLanguages() throws IOException {
        for (String feature : features()) {
            assertEquals(keys(feature, Language.ID), keys(feature, Language.EN), feature);
        }
    }

    @Test
    void keysBeginWithTheirFeature() throws IOException {
        for (String feature : features()) {
            keys(feature, Language.ID).forEach(key -> assertTrue(key.startsWith(feature + "."), key));
        }
    }

    /** The later of two would win, and who changes the earlier would wonder. */
    @Test
    void noKeyStandsTwiceInAFile() throws IOException {
        for (String feature : features()) {
            for (Language language : Language.values()) {
                List<String> written = Files.readAllLines(file(feature, language)).stream()
                        .filter(line -> line.startsWith(feature + ".")).map(line -> line.split("=", 2)[0]).toList();
                assertEquals(List.of(), written.stream().filter(key -> Collections.frequency(written, key) > 1)
                        .toList(), feature + "." + language.tag());
            }
        }
    }

    @Test
    void bothLanguagesLeaveTheSamePlaces() throws IOException {
        for (String feature : features()) {
            Properties indonesian = load(feature, Language.ID);
            Properties english = load(feature, Language.EN);
            indonesian.stringPropertyNames().forEach(key ->
                    assertEquals(places(indonesian.getProperty(key)), places(english.getProperty(key)), key));
        }
    }

    @Test
    void everyProblemHasATitleAndADetail() {
        for (Problem problem : Problem.values()) {
            assertFalse(texts.text(Language.ID, "problem." + problem.slug() + ".title").isBlank());
            assertFalse(texts.text(Language.EN, "problem." + problem.slug() + ".detail").isBlank());
        }
    }

    @Test
    void looksForTextsOfTheFeaturesThereAreAndOfNoOther() throws IOException {
        assertEquals(new TreeSet<>(features()), new TreeSet<>(Texts.FEATURES), "name new features in Texts.FEATURES");
        assertTrue(texts.has("kernel.product"));
        assertFalse(texts.has("kernel.no-such-text"));
        assertFalse(texts.has("intruder.x"));
        assertFalse(texts.has("kernel." + "x".repeat(5000)));
        assertFalse(texts.has("../kernel.product"));
        assertThrows(IllegalStateException.class, () -> texts.text(Language.ID, "intruder.x"));
    }

    @Test
    void refusesAMissingText() {
        assertThrows(IllegalStateException.class, () -> texts.text(Language.ID, "kernel.no-such-text"));
    }

    @Test
    void writesNumbersTheIndonesianWay() {
        assertEquals("Kiriman ini melebihi batas 1.234,5. Perkecil berkasnya atau bagi menjadi beberapa kiriman.",
                texts.text(Language.ID, "problem.body-too-large.detail-with", new BigDecimal("1234.5")));
    }

    private static List<String> features() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().split("\\.")[0]).distinct()
                    .sorted(Comparator.naturalOrder()).toList();
        }
    }

    private static Set<String> keys(String feature, Language language) throws IOException {
        return new TreeSet<>(load(feature, language).stringPropertyNames());
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{\\d}").matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    private static Properties load(String feature, Language language) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file(feature, language))) {
            properties.load(reader);
        }
        return properties;
    }

    private static Path file(String feature, Language language) {
        return FOLDER.resolve(feature + "." + language.tag() + ".properties");
    }
}
