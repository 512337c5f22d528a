package id.capaian.it.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Chromium, opened once for a class of tests, and what all visitors of this run have looked at so far. */
public final class Browsing implements AutoCloseable {

    /** Date fields are typed in the order of the browser's own language; this one is in every Chromium. */
    private static final String LANGUAGE = "en-US";

    private static final Look LOOK = new Look();

    private final Playwright playwright;
    private final Browser browser;

    public Browsing() {
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium())
                .setArgs(List.of("--lang=" + LANGUAGE)).setEnv(withLanguage()));
    }

    /** Somebody at a desk. */
    public Visitor atADesk(String name) {
        return new Visitor(browser, name, Look.DESK, LOOK);
    }

    /** Somebody with a phone, 360 pixels wide. */
    public Visitor onAPhone(String name) {
        return new Visitor(browser, name, Look.PHONE, LOOK);
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Map<String, String> withLanguage() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("LANGUAGE", LANGUAGE);
        return environment;
    }

    private static Path chromium() {
        return Stream.of(System.getenv().getOrDefault("CHROMIUM", ""), "/usr/bin/chromium", "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(path -> !path.isEmpty()).map(Path::of).filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium; deploy/local/test installs one"));
    }
}
