package id.capaian.kernel.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Texts of the screens: {@code texts/<feature>.<language>.properties}, UTF-8, keys beginning with the feature's name.
 * A missing text is a defect and fails at once, so that no reader ever meets a key.
 */
@ApplicationScoped
public class Texts {

    /** The features that have texts. */
    static final Set<String> FEATURES = Set.of("access", "evaluation", "extension", "kernel", "operator", "people",
            "planning", "problem", "progress", "readiness", "statistics");

    private final Map<Language, Map<String, String>> byLanguage = new ConcurrentHashMap<>();

    /**
     * A text with its places {@code {0}}, {@code {1}} … filled in. Numbers are written the Indonesian way in both
     * languages, so that 1.234 never means two things.
     *
     * @throws IllegalStateException when there is no such text
     */
    public String text(Language language, String key, Object... arguments) {
        String text = of(language).get(key);
        if (text == null) {
            throw new IllegalStateException("No text '" + key + "' in language '" + language.tag() + "'");
        }
        return fill(text, arguments);
    }

    /** Whether there is such a text. For keys that come from outside, such as the one a flash cookie names. */
    public boolean has(String key) {
        return of(Language.ID).containsKey(key);
    }

    private Map<String, String> of(Language language) {
        return byLanguage.computeIfAbsent(language, Texts::load);
    }

    private static Map<String, String> load(Language language) {
        return FEATURES.stream().map(feature -> load(feature + '.' + language.tag()))
                .flatMap(texts -> texts.entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, String> load(String file) {
        try (InputStream in = Texts.class.getResourceAsStream("/texts/" + file + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("No texts '" + file + "'");
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(name -> name, properties::getProperty));
        } catch (IOException e) {
            throw new IllegalStateException("Texts not readable: " + file, e);
        }
    }

    private static String fill(String text, Object[] arguments) {
        String filled = text;
        for (int i = 0; i < arguments.length; i++) {
            filled = filled.replace("{" + i + "}", written(arguments[i]));
        }
        return filled;
    }

    private static String written(Object argument) {
        return argument instanceof Number number
                ? Language.ID.numbers().format(number)
                : String.valueOf(argument);
    }
}
