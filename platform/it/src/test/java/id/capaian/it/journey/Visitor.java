package id.capaian.it.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody with a browser. Every page they come by is looked at: nothing serious for axe, no horizontal scrolling at
 * 360 pixels, no text key instead of a text, nothing the policy refused; screenshots are kept, desktop and phone.
 */
final class Visitor implements AutoCloseable {

    private static final int DESKTOP_WIDTH = 1280;
    private static final int PHONE_WIDTH = 360;
    private static final int HEIGHT = 800;

    private final BrowserContext context;
    private final Page page;
    private final String name;
    private final Path screenshots;
    private final List<String> consoleErrors = new ArrayList<>();
    private int pictures;

    Visitor(Browser browser, String name, Path screenshots) {
        this.context = browser.newContext(new Browser.NewContextOptions().setLocale("id-ID")
                .setViewportSize(DESKTOP_WIDTH, HEIGHT).setColorScheme(ColorScheme.LIGHT));
        this.page = context.newPage();
        this.name = name;
        this.screenshots = screenshots;
        page.setDefaultTimeout(30_000);
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                consoleErrors.add(message.text() + " at " + message.location());
            }
        });
    }

    Page page() {
        return page;
    }

    Visitor open(String url) {
        page.navigate(url);
        return this;
    }

    /** Signs in on Keycloak's page, by keyboard alone. */
    Visitor signIn(String username, String password) {
        page.locator("#username").focus();
        page.keyboard().type(username);
        page.keyboard().press("Tab");
        page.locator("#password").focus();
        page.keyboard().type(password);
        enter();
        return this;
    }

    /** Follows the link with that name, by keyboard: it takes the focus and Enter. */
    Visitor follow(String link) {
        press(page.getByRole(AriaRole.LINK,
                new Page.GetByRoleOptions().setName(link).setExact(true)).first());
        return this;
    }

    /** Presses the button with that name, by keyboard. */
    Visitor push(String button) {
        press(page.getByRole(AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(button).setExact(true)).first());
        return this;
    }

    private void press(Locator locator) {
        locator.focus();
        assertTrue((Boolean) locator.evaluate("element => element === document.activeElement"),
                "not reachable by keyboard: " + locator);
        enter();
    }

    /**
     * Presses Enter on what has the focus and waits for the page it leads to. The old way of waiting is the one that
     * fits: the address often stays the same, and the page's policy lets nobody evaluate a condition in it.
     */
    @SuppressWarnings("deprecation")
    void enter() {
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    /** Looks at the page as it stands and keeps its pictures. */
    Visitor look(String title) {
        String picture = "%s-%02d-%s".formatted(name, ++pictures, title);
        page.screenshot(new Page.ScreenshotOptions().setPath(screenshots.resolve(picture + ".png")).setFullPage(true));
        page.setViewportSize(PHONE_WIDTH, HEIGHT);
        page.screenshot(new Page.ScreenshotOptions().setPath(screenshots.resolve(picture + "-phone.png")).setFullPage(true));
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0, ((Number) overflow).intValue(), picture + " scrolls sideways at 360 px");
        page.setViewportSize(DESKTOP_WIDTH, HEIGHT);
        assertAccessible(picture);
        assertEquals(List.of(), consoleErrors, "errors in the browser at " + picture);
        return this;
    }

    private void assertAccessible(String picture) {
        List<String> serious = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze().getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(Visitor::described).toList();
        assertEquals(List.of(), serious, "axe at " + picture);
    }

    private static String described(Rule rule) {
        return rule.getId() + ": " + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    String text() {
        return page.locator("main").innerText();
    }

    @Override
    public void close() {
        context.close();
    }
}
