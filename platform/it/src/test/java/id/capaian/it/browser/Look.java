package id.capaian.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ViewportSize;
import id.capaian.local.Artifacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is looked at on every page: nothing serious for axe, light and dark, at a desk and on a phone of 360 pixels; no
 * sideways scrolling there; no key instead of a text, and in English nothing left in Indonesian. Screenshots are kept.
 * A page whose like was seen, same address but for ids and made of the same parts, is not looked at again. In the dark
 * only what depends on colours is examined, where every part stands as it does in the light.
 */
final class Look {

    static final ViewportSize DESK = new ViewportSize(1280, 800);
    static final ViewportSize PHONE = new ViewportSize(360, 800);

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    /** Run in the page itself: the library's own way opens another page each time and takes ten times as long. */
    private static final String AXE = axe();
    private static final String VIOLATIONS = """
            async ([tags, coloursOnly]) => (await axe.run(document, {preload: false, resultTypes: ['violations'],
                    runOnly: coloursOnly ? {type: 'rule', values: axe.getRules(['cat.color'])
                            .filter(rule => rule.tags.some(tag => tags.includes(tag))).map(rule => rule.ruleId)}
                        : {type: 'tag', values: tags}}))
                .violations.filter(rule => ['serious', 'critical'].includes(rule.impact))
                .map(rule => rule.id + ': ' + rule.nodes.map(node => node.html).join(' '))""";
    /** Where every part stands, how large it is and whether it shows. */
    private static final String SHAPE = """
            () => [...document.querySelectorAll('body, body *')].map(one => {
                const box = one.getBoundingClientRect();
                const style = getComputedStyle(one);
                return [one.tagName, box.x, box.y, box.width, box.height,
                    style.display, style.visibility, style.opacity].join(' ');
            }).join()""";
    private static final Path TEXTS = Artifacts.here().root().resolve("platform/server/src/main/resources/texts");
    private static final String SAMPLES = "kernel.style.";
    private static final String LIKENESS = """
            () => document.documentElement.lang + ' ' + [...new Set([...document.querySelectorAll('body *')]
                .map(one => one.tagName + '.' + (one.getAttribute('class') || '') + (one.getAttribute('type') || '')))]
                .sort().join(' ')""";
    /** What is read or heard: texts and the attributes that hold some; a part's own language leaves it out. */
    private static final String WORDS = """
            () => {
                const words = [document.title];
                const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                while (walk.nextNode()) {
                    const holder = walk.currentNode.parentElement;
                    if (!holder.closest('script, style') && holder.closest('[lang]') === document.documentElement) {
                        words.push(walk.currentNode.data.trim());
                    }
                }
                ['aria-label', 'title', 'placeholder', 'alt'].forEach(name =>
                    document.querySelectorAll(`[${name}]`).forEach(one => words.push(one.getAttribute(name))));
                return words.filter(word => word);
            }""";

    private final Path screenshots = Path.of(System.getProperty("capaian.screenshots", "target/screenshots"));
    private final Pattern textKey;
    private final Set<String> indonesianOnly;
    private final Set<String> seen = new HashSet<>();

    Look() {
        try {
            Files.createDirectories(screenshots);
            textKey = Pattern.compile("(?<![\\w./@-])(" + String.join("|", features())
                    + ")(\\.[A-Za-z][\\w-]*){1,4}(?![\\w/@])");
            indonesianOnly = indonesianOnly();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks at a page as it stands; leaves its size and colours as they were. */
    void at(Page page, String who) {
        String address = page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", "")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID");
        if (!seen.add(address.replaceFirst("^/(samarinda|tubei)(?=/|$)", "/TENANT") + page.evaluate(LIKENESS))) {
            return;
        }
        String name = "%s-%03d%s".formatted(who, seen.size(), address.replaceAll("[^A-Za-z0-9]+", "-"));
        assertWords(page, name);
        page.evaluate(AXE);
        ViewportSize own = page.viewportSize();
        for (ViewportSize size : List.of(DESK, PHONE)) {
            String picture = name + (size == PHONE ? "-phone" : "");
            page.setViewportSize(size.width, size.height);
            assertFits(page, picture);
            // Where the page happens to be scrolled the bar covers something, which would then count as too small.
            bar(page, "static");
            assertAccessible(page, picture);
            bar(page, "");
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(screenshots.resolve(picture + ".png")));
        }
        page.setViewportSize(own.width, own.height);
    }

    private static void bar(Page page, String position) {
        page.evaluate("position => document.querySelectorAll('.bar').forEach(bar => bar.style.position = position)",
                position);
    }

    private void assertWords(Page page, String name) {
        List<?> words = (List<?>) page.evaluate(WORDS);
        assertEquals(List.of(), words.stream().filter(word -> textKey.matcher((String) word).find()).toList(),
                "a key instead of a text at " + name);
        if ("en".equals(page.evaluate("document.documentElement.lang"))) {
            assertEquals(List.of(), words.stream().filter(indonesianOnly::contains).toList(),
                    "left in Indonesian at " + name);
        }
    }

    private static void assertFits(Page page, String picture) {
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0, ((Number) overflow).intValue(), picture + " scrolls sideways");
    }

    private static void assertAccessible(Page page, String picture) {
        colours(page, ColorScheme.LIGHT);
        Object light = page.evaluate(SHAPE);
        colours(page, ColorScheme.DARK);
        boolean differsInColoursOnly = light.equals(page.evaluate(SHAPE));
        assertNoViolation(page, differsInColoursOnly, picture + " in the dark");
        colours(page, ColorScheme.LIGHT);
        assertNoViolation(page, false, picture);
    }

    private static void colours(Page page, ColorScheme colours) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours)
                .setReducedMotion(ReducedMotion.REDUCE));
    }

    private static void assertNoViolation(Page page, boolean coloursOnly, String picture) {
        assertEquals(List.of(), page.evaluate(VIOLATIONS, List.of(RULES, coloursOnly)), "axe at " + picture);
    }

    private static String axe() {
        try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> features() throws IOException {
        try (Stream<Path> files = Files.list(TEXTS)) {
            return files.map(file -> file.getFileName().toString().split("\\.")[0])
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Texts without places that no English text is equal to; samples are no texts, they name things as people do. */
    private static Set<String> indonesianOnly() throws IOException {
        Set<String> indonesian = new HashSet<>();
        Set<String> english = new HashSet<>();
        for (String feature : features()) {
            indonesian.addAll(texts(feature + ".id.properties"));
            english.addAll(texts(feature + ".en.properties"));
        }
        indonesian.removeAll(english);
        return indonesian.stream().filter(text -> !text.contains("{0}")).collect(Collectors.toSet());
    }

    private static List<String> texts(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS.resolve(file))) {
            properties.load(reader);
        }
        return properties.stringPropertyNames().stream().filter(key -> !key.startsWith(SAMPLES))
                .map(properties::getProperty).toList();
    }
}
