package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import id.capaian.it.browser.Browsing;
import id.capaian.it.browser.PackForm;
import id.capaian.it.browser.Visitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every page there is, opened by those it is for, in both languages: looked at, and gone through by Tab. The pages come
 * from the server's classes, so that a new one is among them by itself; those off the road are looked for one by one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {

    /** Files, parts of a page, and ways on to other addresses: no page of their own. */
    private static final Pattern NO_PAGE = Pattern.compile(
            "GET (/api/.*|/assets/.*|/sign-in/.*|.*/bukti/.*|.*/lembar|.*/kemajuan|.*/keadaan|.*/unduh)");
    private static final String NOBODY = "nobody";

    private RunningSystem system;
    private Browsing browsing;
    private Map<String, Endpoint> endpoints;
    private Belongings nurse;
    /** By the part they play. */
    private Map<String, Cast.Member> cast;

    @BeforeAll
    void prepare() throws Exception {
        system = RunningSystem.shared();
        endpoints = Endpoint.all().stream().collect(Collectors.toMap(Endpoint::call, Function.identity(),
                (one, other) -> one, TreeMap::new));
        nurse = Belongings.ofTwoNurses(system).get(0);
        var people = new Cast(system);
        cast = Stream.of(people.members(), people.outsiders(), List.of(people.person(nurse.username())))
                .flatMap(List::stream).collect(Collectors.toMap(Cast.Member::part, Function.identity()));
        browsing = new Browsing();
    }

    @AfterAll
    void close() {
        if (browsing != null) {
            browsing.close();
        }
    }

    @Test
    void everyPageCanBeReadAndGoneThroughByKeyboard() throws Exception {
        Map<String, Visitor> visitors = new HashMap<>();
        int pages = 0;
        for (Rule rule : Rule.all().stream().filter(Rule::reads).toList()) {
            if (!NO_PAGE.matcher(rule.call()).matches()) {
                List<String> readers = readers(rule);
                assertTrue(!readers.isEmpty(), "nobody of the cast may open " + rule);
                for (String reader : readers) {
                    Visitor visitor = visitors.computeIfAbsent(reader, this::atHome);
                    visitor.open(system.url() + address(rule)).tabThrough().inEnglish();
                }
                pages++;
            }
        }
        visitors.values().forEach(Visitor::close);
        assertTrue(pages > 30, "found only " + pages + " pages");
    }

    /** Those who see something of their own there; anybody who may where nobody does. */
    private List<String> readers(Rule rule) {
        if (rule.isOpen()) {
            return List.of(rule.roles().contains(Rule.ANYBODY) ? NOBODY : "person");
        }
        List<String> admitted = Stream.of("person", "rater", "superior", "admin", "manager", "analyst", "operator")
                .filter(part -> rule.admits(cast.get(part).roles())).toList();
        return rule.whose().isEmpty() ? admitted.subList(0, Math.min(2, admitted.size()))
                : admitted.stream().filter(rule.whose()::contains).toList();
    }

    private String address(Rule rule) {
        return endpoints.get(rule.call()).address(parameter -> parameter.equals("tenant") ? Cast.TENANT
                : parameter.equals("slug") ? "forbidden" : nurse.id(parameter));
    }

    private Visitor atHome(String part) {
        Visitor visitor = browsing.atADesk("pages-" + part);
        if (part.equals(NOBODY)) {
            return visitor;
        }
        String home = part.equals("analyst") ? "/nasional/" : part.equals("operator") ? "/operator/" : "/" + Cast.TENANT + "/";
        return visitor.open(system.url() + home).signIn(cast.get(part).username(), RunningSystem.PASSWORD);
    }

    @Test
    void theSignInPageSaysWhatWasWrong() {
        try (Visitor visitor = browsing.onAPhone("pages-sign-in")) {
            visitor.open(system.url() + "/" + Cast.TENANT + "/").signIn(nurse.username(), "salah");
            assertTrue(visitor.page().url().startsWith(system.keycloakUrl()), visitor.page().url());
            assertEquals("id", visitor.page().locator("html").getAttribute("lang"));
        }
    }

    @Test
    void whatIsNotThereOrNotTheirsIsToldOnAPage() {
        try (Visitor visitor = atHome("person")) {
            for (String path : List.of("/nowhere", "/" + Cast.TENANT + "/tidak-ada", "/tidakada/")) {
                visitor.open(system.url() + path, 404).tabThrough();
            }
            visitor.open(system.url() + "/" + Cast.TENANT + "/paket", 403).tabThrough().inEnglish(403);
        }
    }

    @Test
    void aProvincesFiguresCanBeGoneThroughAndWhatIsNoneSaysSo() {
        try (Visitor visitor = atHome("analyst")) {
            visitor.open(system.url() + "/nasional/?wilayah=64").tabThrough().inEnglish();
            visitor.open(system.url() + "/nasional/?wilayah=99", 404).tabThrough().inEnglish(404);
        }
    }

    /** A refused form comes back with what was typed, says what is wrong, and leads to the field. */
    @Test
    void aRefusedFormLeadsToWhatIsWrong() {
        try (Visitor visitor = atHome("nurse elsewhere")) {
            visitor.follow("SKP saya").follow(visitor.page().locator("main a[href$='/progres']").first());
            // What is required the browser asks for by itself.
            PackForm.fill(visitor);
            refused(visitor, "value", "sepuluh", "Simpan");
        }
        try (Visitor visitor = atHome("admin")) {
            visitor.open(system.url() + "/" + Cast.TENANT + "/peran");
            visitor.choose(visitor.page().locator("select[name=role]"), 1);
            refused(visitor, "number", "12345", "Berikan peran");
        }
        try (Visitor visitor = atHome("operator")) {
            visitor.open(system.url() + "/operator/pemerintah/baru");
            visitor.type(visitor.page().locator("#f-adminUsername"), "admin.daerah")
                    .type(visitor.page().locator("#f-adminName"), "Admin Daerah")
                    .type(visitor.page().locator("#f-adminEmail"), "admin@daerah.example");
            refused(visitor, "governmentCode", "99.99", "Buka pemerintah daerah");
            assertEquals("admin.daerah", visitor.page().locator("#f-adminUsername").inputValue());
        }
    }

    /** Who leaves what was typed is asked; who stays then finds the form that was on its way open again. */
    @Test
    void whoIsAskedAndStaysCanSendAgain() {
        try (Visitor visitor = atHome("nurse elsewhere")) {
            Page page = visitor.follow("SKP saya").page();
            Locator reason = page.locator("#f-reason");
            visitor.type(reason, "Target berubah karena mutasi.");
            List<String> asked = new ArrayList<>();
            page.onDialog(dialog -> {
                asked.add(dialog.type());
                dialog.dismiss();
            });
            visitor.tabTo(page.locator("form[action$='/keluar'] button"));
            page.keyboard().press("Enter");
            page.waitForCondition(() -> !asked.isEmpty());
            page.locator("form[data-sent]").waitFor(
                    new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            assertEquals(List.of("beforeunload"), asked);
            assertEquals("Target berubah karena mutasi.", reason.inputValue(), "what was typed is still there");
        }
    }

    private static void refused(Visitor visitor, String field, String typed, String button) {
        Locator input = visitor.page().locator("#f-" + field);
        visitor.type(input, typed).pushInVain(button);
        assertEquals(typed, input.inputValue(), "what was typed is still there");
        visitor.jump(visitor.page().locator(".notice.bad a").first(), input);
        assertEquals("true", input.getAttribute("aria-invalid"));
    }
}
