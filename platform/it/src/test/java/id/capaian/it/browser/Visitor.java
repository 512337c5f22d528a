package id.capaian.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Somebody with a browser and no mouse. Where they go they go by Tab, and at every stop the focus must show. Every page
 * they come by is looked at, see {@link Look}; nothing may be refused by the page's policy on the way.
 */
public final class Visitor implements AutoCloseable {

    private static final int OK = 200;
    private static final int FAILED = 400;
    private static final int REFUSED = 422;
    /** More than any page has of links, fields and buttons. */
    private static final int MOST_STOPS = 400;
    private static final DateTimeFormatter TYPED_DATE = DateTimeFormatter.ofPattern("MMddyyyy");
    /** "here" on one of the elements looked for; else where they lie; or what it is where the focus does not show. */
    private static final String STOP = """
            wanted => {
                const at = document.activeElement;
                if (!at || at === document.body) {
                    return 'ahead';
                }
                const style = getComputedStyle(at);
                const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
                    || style.boxShadow !== 'none';
                const box = at.getBoundingClientRect();
                const seen = [[.5, .5], [.02, .1], [.98, .9]].some(([x, y]) => {
                    const top = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
                    return top && (at.contains(top) || top.contains(at));
                });
                return !ring || !seen ? (ring ? 'covered: ' : 'no ring: ') + at.outerHTML.slice(0, 200)
                    : wanted.includes(at) ? 'here'
                    : at.compareDocumentPosition(wanted[0]) & Node.DOCUMENT_POSITION_PRECEDING ? 'back' : 'ahead';
            }""";

    private static final Map<String, String> STEPS = Map.of("ahead", "Tab", "back", "Shift+Tab");

    private final BrowserContext context;
    private final Page page;
    private final String name;
    private final Look look;
    private final List<String> errors = new ArrayList<>();

    Visitor(Browser browser, String name, ViewportSize size, Look look) {
        this.context = browser.newContext(new Browser.NewContextOptions().setLocale("id-ID")
                .setViewportSize(size.width, size.height).setColorScheme(ColorScheme.LIGHT));
        this.page = context.newPage();
        this.name = name;
        this.look = look;
        page.setDefaultTimeout(120_000);
        page.onConsoleMessage(message -> {
            // The browser calls a page of 4xx or 5xx an error too; what else has such a status is one.
            if ("error".equals(message.type()) && !message.text().startsWith("Failed to load resource")) {
                errors.add(message.text() + " at " + message.location());
            }
        });
        page.onResponse(answer -> {
            if (answer.status() >= FAILED && !answer.request().isNavigationRequest()) {
                errors.add(answer.status() + " for " + answer.url());
            }
        });
        // Without somebody who listens, the browser's own window for files opens before it can be waited for.
        page.onFileChooser(chooser -> { });
    }

    public Page page() {
        return page;
    }

    /** Types an address. */
    public Visitor open(String url) {
        return open(url, OK);
    }

    /** Types an address whose answer has that status. */
    public Visitor open(String url, int status) {
        return arrived(page.navigate(url), status);
    }

    /** Signs in on Keycloak's page, where the name's field has the focus. */
    public Visitor signIn(String username, String password) {
        page.keyboard().type(username);
        assertEquals(username, page.locator("#username").inputValue(), "the name is typed where the page begins");
        page.keyboard().press("Tab");
        page.keyboard().type(password);
        return enter(OK);
    }

    /** Follows the link with that name. */
    public Visitor follow(String link) {
        return follow(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).first());
    }

    public Visitor follow(Locator link) {
        return tabTo(link).enter(OK);
    }

    /** Presses the button with that name. */
    public Visitor push(String button) {
        return push(button(button));
    }

    public Visitor push(Locator button) {
        return tabTo(button).enter(OK);
    }

    /** Presses a button and gets the same page again, which says what is wrong and is where the focus is. */
    public Visitor pushInVain(String button) {
        tabTo(button(button)).enter(REFUSED);
        assertTrue(isAt(page.locator(".notice.bad").first()), "what is wrong has the focus");
        return this;
    }

    private Locator button(String button) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).first();
    }

    /** Unfolds what a summary hides. */
    public Visitor unfold(Locator summary) {
        tabTo(summary);
        page.keyboard().press("Enter");
        return this;
    }

    /** Types into a field, over what stood there. */
    public Visitor type(Locator field, String text) {
        tabTo(field);
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().type(text);
        assertEquals(text, field.inputValue());
        return this;
    }

    /** The same for a date, which begins with its first part, from wherever one comes. */
    public Visitor type(Locator field, LocalDate date) {
        tabTo(field);
        while (isAt(field)) {
            page.keyboard().press("Shift+Tab");
        }
        page.keyboard().press("Tab");
        page.keyboard().type(TYPED_DATE.format(date));
        assertEquals(date.toString(), field.inputValue());
        return this;
    }

    /** Chooses one of a few: Tab goes to the group, arrows and Space within it. */
    public Visitor choose(Locator radio) {
        Locator group = radio.locator("xpath=ancestor::form[1]")
                .locator("input[type=radio][name='" + radio.getAttribute("name") + "']");
        tabTo(group);
        for (int i = 0; i <= group.count() && !isAt(radio); i++) {
            page.keyboard().press("ArrowDown");
        }
        if (!radio.isChecked()) {
            page.keyboard().press("Space");
        }
        assertTrue(isAt(radio) && radio.isChecked(), "not chosen by arrows and Space: " + radio);
        return this;
    }

    /** Chooses the n-th entry of a list. */
    public Visitor choose(Locator list, int number) {
        tabTo(list);
        for (int i = 0; i < number; i++) {
            page.keyboard().press("ArrowDown");
        }
        assertEquals(number, ((Number) list.evaluate("element => element.selectedIndex")).intValue());
        return this;
    }

    public Visitor tick(Locator box) {
        tabTo(box);
        page.keyboard().press("Space");
        assertTrue(box.isChecked());
        return this;
    }

    public Visitor attach(Locator field, FilePayload file) {
        tabTo(field);
        FileChooser chooser = page.waitForFileChooser(() -> page.keyboard().press("Space"));
        chooser.setFiles(file);
        return this;
    }

    /** What is behind a link that leads to a file. */
    public byte[] download(Locator link) {
        tabTo(link);
        Download download = page.waitForDownload(() -> page.keyboard().press("Enter"));
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the page in English and comes back to it in Indonesian. */
    public Visitor inEnglish() {
        return inEnglish(OK);
    }

    /** The same on a page whose answer has that status. */
    public Visitor inEnglish(int status) {
        Locator other = page.locator("footer a[hreflang]");
        for (String language : List.of("en", "id")) {
            tabTo(other).enter(status);
            assertEquals(language, page.locator("html").getAttribute("lang"));
        }
        return this;
    }

    /** Follows a link within the page to a field, which then has the focus. */
    public Visitor jump(Locator link, Locator field) {
        tabTo(link);
        page.keyboard().press("Enter");
        assertTrue(isAt(field), "the link leads to the field");
        return this;
    }

    /** Presses Tab, or Shift and Tab, until the focus is on one of the elements; it must show at every stop. */
    public Visitor tabTo(Locator wanted) {
        wanted.first().waitFor();
        return walkTo(wanted);
    }

    private Visitor walkTo(Locator wanted) {
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            String stop = (String) wanted.evaluateAll(STOP);
            if (stop.equals("here")) {
                return this;
            }
            assertTrue(STEPS.containsKey(stop), () -> "the focus does not show at " + page.url() + ": " + stop);
            page.keyboard().press(STEPS.get(stop));
        }
        throw new AssertionError("not reachable by Tab at " + page.url() + ": " + wanted);
    }

    /** Tabs once through the page: no link, field, button or fold is left out. */
    public Visitor tabThrough() {
        Locator all = page.locator(":is(a[href], button, input:not([type=hidden], [type=radio]), select, textarea,"
                + " summary):not([aria-hidden])").filter(new Locator.FilterOptions().setVisible(true));
        // They are there and visible: to wait for each of them, as for what one looks for, takes longer than the walk.
        all.all().forEach(this::walkTo);
        return this;
    }

    private static boolean isAt(Locator element) {
        return (Boolean) element.evaluate("element => element === document.activeElement");
    }

    /**
     * Presses Enter on what has the focus and waits for the page it leads to. The old way of waiting is the one that
     * fits: the address often stays the same, and the page's policy lets nobody evaluate a condition in it.
     */
    @SuppressWarnings("deprecation")
    private Visitor enter(int status) {
        return arrived(page.waitForNavigation(() -> page.keyboard().press("Enter")), status);
    }

    private Visitor arrived(Response answer, int status) {
        assertEquals(status, answer.status(), () -> page.url() + ": " + page.locator("body").innerText());
        return look();
    }

    /** Looks at the page as it stands; by itself at every page one arrives at. */
    public Visitor look() {
        look.at(page, name);
        assertEquals(List.of(), errors, "errors in the browser at " + page.url());
        return this;
    }

    public String text() {
        return page.locator("main").innerText();
    }

    @Override
    public void close() {
        context.close();
    }
}
