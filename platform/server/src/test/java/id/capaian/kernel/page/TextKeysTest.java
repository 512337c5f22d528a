package id.capaian.kernel.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Texts and the templates and classes that show them: none is asked for in vain, and none is there for nobody. */
class TextKeysTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Path TEXTS = MAIN.resolve("resources/texts");

    /** Followed by words of other modules: purposes of the plugin API, constraints of Jakarta. */
    private static final List<String> OTHERS_WORDS = List.of("extension.purpose.", "problem.constraint.");
    /** A beginning that is the feature alone says nothing, but for problems, which follow it at once. */
    private static final Pattern BEGINNING = Pattern.compile("(problem|[a-z]+(\\.[\\w-]+)+)\\.");

    private static Set<String> texts;
    private static String sources;
    /** All that begins like a key: {@code "evaluation.team.name"}, or {@code "evaluation.status."} to which a constant is added. */
    private static Set<String> literals;

    @BeforeAll
    static void read() throws IOException {
        texts = new TreeSet<>();
        for (Path file : files(TEXTS, ".properties")) {
            var properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            texts.addAll(properties.stringPropertyNames());
        }
        // Names of settings look like keys and are none.
        sources = Stream.concat(files(MAIN.resolve("java"), ".java").stream(), files(MAIN.resolve("jte"), ".jte").stream())
                .filter(file -> !file.toString().endsWith("Settings.java")).map(TextKeysTest::content)
                .collect(Collectors.joining("\n"));
        String features = texts.stream().map(key -> key.split("\\.")[0]).distinct().collect(Collectors.joining("|"));
        literals = found("\"((?:" + features + ")\\.[A-Za-z0-9_.-]*)\"");
    }

    @Test
    void everyTextThatIsAskedForIsThere() {
        assertTrue(literals.size() > 500, "found only " + literals.size());
        assertEquals(List.of(), literals.stream().filter(literal -> !literal.endsWith("."))
                .filter(literal -> !texts.contains(literal)).toList());
    }

    @Test
    void everyTextIsAskedFor() {
        Set<String> endings = found("\\+ \"(\\.[a-z-]+)\"");
        assertEquals(List.of(), texts.stream().filter(key -> !literals.contains(key))
                .filter(key -> endings.stream().noneMatch(ending -> key.endsWith(ending)
                        && literals.contains(key.substring(0, key.length() - ending.length()))))
                .filter(key -> literals.stream().noneMatch(literal -> isMadeFrom(literal, key))).toList());
    }

    /** Whether what follows the beginning is a word of the sources: a constant, or a word as it stands. */
    private static boolean isMadeFrom(String beginning, String key) {
        if (!key.startsWith(beginning) || !BEGINNING.matcher(beginning).matches()) {
            return false;
        }
        String word = key.substring(beginning.length()).split("\\.")[0];
        String constant = word.toUpperCase(Locale.ROOT).replace('-', '_');
        return OTHERS_WORDS.contains(beginning) || sources.contains('"' + word + '"')
                || Pattern.compile("\\b" + Pattern.quote(constant) + "\\b").matcher(sources).find();
    }

    private static Set<String> found(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(sources);
        Set<String> found = new TreeSet<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
