package id.capaian.registry.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Assets;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Look;
import id.capaian.kernel.page.Shell;
import id.capaian.kernel.page.Templates;
import id.capaian.kernel.page.Texts;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.registry.control.Government;
import id.capaian.registry.control.StagedPack;
import id.capaian.registry.control.OrderStep;
import id.capaian.registry.control.TenantCase;
import id.capaian.registry.control.TenantOrder;
import id.capaian.registry.entity.OrderKind;
import id.capaian.registry.entity.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The operator's pages in both languages and every state. */
class GovernmentTemplatesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final String HOSTILE = "<script>alert(1)</script>";
    private static final StagedPack PACK = new StagedPack("region-tubei", "Tubei");
    private static final Government TARAKAN = new Government("65.71", "Kota Tarakan", "CITY", "65", "Kalimantan Utara",
            "Asia/Makassar", "tarakan", null);

    @ParameterizedTest
    @EnumSource(Language.class)
    void theFormStandsOnOneScreenAndIsFilledByTheGovernmentChosen(Language language) {
        String page = render("registry/opening", language, new OpeningView("tarakan", List.of(TARAKAN), TARAKAN,
                List.of(PACK), OpeningForm.empty("k").filledBy(TARAKAN), FieldErrors.NONE));
        for (String field : List.of("governmentCode", "code", "adminUsername", "adminName", "adminEmail", "pack")) {
            assertEquals(1, page.split("name=\"" + field + "\"", -1).length - 1, field);
        }
        assertTrue(page.contains("value=\"65.71\"") && page.contains("value=\"tarakan\"")
                && page.contains("Kalimantan Utara") && page.contains("WITA"), page);
        assertFalse(page.contains(" checked"), "no pack is chosen for the operator");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aRefusedFormKeepsWhatWasTypedAndLeadsToWhatIsWrong(Language language) {
        OpeningForm typed = new OpeningForm("65.99", "Tarakan", "12", HOSTILE, "x@y", List.of("region-tubei"), "k");
        String page = render("registry/opening", language, new OpeningView("", List.of(), null,
                List.of(PACK), typed, new FieldErrors(List.of(
                        new FieldProblem("governmentCode", "Tidak ada."),
                        new FieldProblem("packs", "Tidak disiapkan.")))));
        assertTrue(page.contains("href=\"#f-governmentCode\"") && page.contains("href=\"#f-packs\""), page);
        assertTrue(page.contains("value=\"Tarakan\"") && page.contains("value=\"x@y\""), page);
        assertTrue(page.contains(" checked"), page);
        assertFalse(page.contains(HOSTILE), page);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void severalThatFitAreChosenFromAndThoseOpenAlreadyLeadToTheirPage(Language language) {
        Government open = new Government("65.01", "Kabupaten Bulungan", "REGENCY", "65", "Kalimantan Utara",
                "Asia/Makassar", null, "bulungan");
        String page = render("registry/opening", language, new OpeningView("65", List.of(TARAKAN, open), null,
                List.of(), OpeningForm.empty("k"), FieldErrors.NONE));
        assertTrue(page.contains("href=\"/operator/pemerintah/baru?kode=65.71\""), page);
        assertTrue(page.contains("href=\"/operator/pemerintah/bulungan\""), page);
        String none = render("registry/opening", language, new OpeningView("zz", List.of(), null, List.of(),
                OpeningForm.empty("k"), FieldErrors.NONE));
        assertTrue(none.contains("class=\"empty\""), none);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anOrderUnderWayAsksForItselfAgainAndOffersNothingElse(Language language) {
        String page = page(language, tenant(Standing.BEGUN, order(OrderKind.OPEN, "RUNNING",
                List.of(step("ROLE", "DONE", "create role"), step("TABLES", "RUNNING", null),
                        step("NEW_STEP", "WAITING", null)))));
        assertTrue(page.contains("hx-get=\"/operator/pemerintah/tarakan/kemajuan\""), page);
        assertTrue(page.contains("every 2s"), page);
        assertTrue(page.contains("create role") && page.contains("NEW_STEP"), "steps of later releases have names too");
        assertFalse(page.contains("/perintah"), page);
        assertTrue(page.contains("<a href=\"/operator/pemerintah/tarakan\">"), "without scripts it is reloaded");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aFailedOpeningSaysWhatHappenedAndIsTriedAgainOrTakenBack(Language language) {
        TenantOrder failed = order(OrderKind.OPEN, "FAILED", List.of(step("ORGANIZATION", "FAILED", HOSTILE)));
        String page = page(language, tenant(Standing.BEGUN, failed));
        assertTrue(page.contains("Keycloak diam") && page.contains("Tunggu"), page);
        assertTrue(page.contains("/perintah/" + failed.orderId() + "/ulang\""), page);
        assertTrue(page.contains("value=\"TAKE_BACK\"") && page.contains("name=\"confirmation\""), page);
        assertFalse(page.contains("hx-get="), "what has ended does not move");
        assertFalse(page.contains(HOSTILE), page);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anOpenGovernmentSaysWhereItsAdminSignsIn(Language language) {
        String page = page(language, tenant(Standing.ACTIVE, order(OrderKind.OPEN, "DONE", List.of())));
        assertTrue(page.contains("href=\"/tarakan/\""), page);
        assertTrue(page.contains("value=\"SUSPEND\"") && page.contains("value=\"EXPORT\""), page);
        assertFalse(page.contains("value=\"DROP\"") || page.contains("value=\"TAKE_BACK\""), page);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aConfirmationThatDoesNotFitIsAskedForAgain(Language language) {
        GovernmentView view = new GovernmentView(
                tenant(Standing.SUSPENDED, order(OrderKind.SUSPEND, "DONE", List.of())), "k", OrderKind.DROP,
                new FieldErrors(List.of(new FieldProblem("confirmation", "Ketik tarakan."))));
        String page = render("registry/government", language, view);
        assertTrue(page.contains("href=\"#f-confirmation\"") && page.contains("id=\"f-confirmation\""), page);
        assertEquals(1, page.split("<details class=\"more\" open>", -1).length - 1, page);
        assertEquals(1, page.split("aria-invalid=\"true\"", -1).length - 1, page);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyKindStateAndStandingHasItsWords(Language language) {
        for (OrderKind kind : OrderKind.values()) {
            for (String state : List.of("WAITING", "RUNNING", "DONE", "FAILED")) {
                for (Standing standing : Standing.values()) {
                    String page = page(language, tenant(standing, order(kind, state, List.of())));
                    assertFalse(page.contains(">operator."), page);
                }
            }
        }
        String list = render("registry/operator", language, new OperatorView(List.of(),
                List.of(order(OrderKind.OPEN, "FAILED", List.of())), List.of(), List.of()));
        assertTrue(list.contains("href=\"/operator/pemerintah/tarakan\"")
                && list.contains("href=\"/operator/pemerintah/baru\""), list);
    }

    private static String page(Language language, TenantCase tenant) {
        return render("registry/government", language, new GovernmentView(tenant, "k", null, FieldErrors.NONE));
    }

    private static TenantCase tenant(Standing standing, TenantOrder last) {
        return new TenantCase("tarakan", "Kota Tarakan", standing, last,
                List.of(order(OrderKind.OPEN, "DONE", List.of())));
    }

    private static TenantOrder order(OrderKind kind, String state, List<OrderStep> steps) {
        boolean failed = state.equals("FAILED");
        return new TenantOrder(UUID.randomUUID(), "tarakan", kind, state, NOW, NOW, null,
                failed ? "Keycloak diam" : null, failed ? "Tunggu" : null,
                state.equals("DONE") ? "tarakan.zip" : null, steps);
    }

    private static OrderStep step(String name, String state, String said) {
        return new OrderStep(name, state, said, NOW, null);
    }

    private static String render(String template, Language language, Object view) {
        return new String(new Templates().render(template, shell(language), view), StandardCharsets.UTF_8);
    }

    static Shell shell(Language language) {
        return new Shell(new Texts(), new Assets(), new Look(language, ZoneId.of("Asia/Jakarta"),
                "/operator/pemerintah/tarakan", "?bahasa=en", "/operator", null, "Operator", Set.of(Roles.OPERATOR),
                List.of(), "token", null));
    }
}
