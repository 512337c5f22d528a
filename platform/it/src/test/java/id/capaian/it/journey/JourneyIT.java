package id.capaian.it.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import id.capaian.it.system.Api;
import id.capaian.it.system.RunningSystem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole road in a browser, by keyboard: a region's pack enabled, plans made, progress recorded with evidence, a unit
 * evaluated with explained suggestions, results delivered and acknowledged, national figures shown. In both regions.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyIT {

    private static final List<String> VALUES =
            List.of("SERVICE", "ACCOUNTABLE", "COMPETENT", "HARMONIOUS", "LOYAL", "ADAPTIVE", "COLLABORATIVE");
    private static final String PERIOD = "2026-Q4";
    private static final int FIRST_LOAD_BYTES = 30 * 1024;
    private static final byte[] EVIDENCE = "%PDF-1.4\n% laporan triwulan\n".getBytes(StandardCharsets.US_ASCII);

    private final Path screenshots = Path.of(System.getProperty("capaian.screenshots", "target/screenshots"));
    private RunningSystem system;
    private Playwright playwright;
    private Browser browser;

    static Stream<Region> regions() {
        return Stream.of(Region.of("samarinda", "Kota Samarinda", "95,84"), Region.of("tubei", "Kabupaten Lebong", "103,22"));
    }

    @BeforeAll
    void start() throws Exception {
        Files.createDirectories(screenshots);
        system = RunningSystem.shared();
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium()));
    }

    @AfterAll
    void stop() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("regions")
    @Order(1)
    void carriesARegionFromItsPackToFinalResults(Region region) {
        enablePackAndMakePlans(region);
        recordProgress(region);
        handIn(region);
        markBehaviour(region);
        fixOrganisationPredicate(region);
        runSuggestions(region);
        rateAndDeliver(region);
        readAndAcknowledge(region);
    }

    @Test
    @Order(2)
    void showsTheNationBothRegionsAndNoPerson() {
        Api analyst = Api.as(system, "analis.nasional", null);
        await("both regions are published", () -> {
            Api.Answer answer = analyst.get("/api/national/summary?period=" + PERIOD);
            return answer.status() == 200 && regions().allMatch(region -> answer.raw().body().contains(region.name()));
        });
        try (Visitor visitor = new Visitor(browser, "nation", screenshots)) {
            visitor.open(system.url() + "/nasional/").signIn("analis.nasional", RunningSystem.PASSWORD).look("nasional");
            regions().forEach(region -> {
                assertTrue(visitor.text().contains(region.name()), region.name());
                region.usernames().forEach((name, number) -> {
                    assertFalse(visitor.text().contains(name), "a person on the nation's page");
                    assertFalse(visitor.text().contains(number), "a number on the nation's page");
                });
            });
        }
        regions().forEach(region -> {
            JsonNode mine = Api.as(system, region.staff(), region.tenant())
                    .get("/api/" + region.tenant() + "/evaluations/mine").expect(200);
            String evaluation = first(mine).get("evaluationId").asText();
            assertEquals(403, analyst.get("/api/" + region.tenant() + "/evaluations/" + evaluation).status());
        });
    }

    @Test
    @Order(3)
    void loadsAStaffPageInThirtyKilobytes() {
        Region region = regions().findFirst().orElseThrow();
        try (Visitor visitor = new Visitor(browser, "first-load", screenshots)) {
            visitor.open(system.url() + "/" + region.tenant() + "/").signIn(region.staff(), RunningSystem.PASSWORD);
            Page fresh = visitor.page();
            long[] bytes = new long[1];
            fresh.onRequestFinished(request -> bytes[0] += request.sizes().responseBodySize);
            // Without the browser's cache, as somebody who comes for the first time.
            fresh.context().newCDPSession(fresh).send("Network.clearBrowserCache");
            fresh.navigate(system.url() + "/" + region.tenant() + "/skp");
            fresh.waitForLoadState();
            assertTrue(bytes[0] > 0 && bytes[0] <= FIRST_LOAD_BYTES, "first load is " + bytes[0] + " bytes");
        }
    }

    private void enablePackAndMakePlans(Region region) {
        try (Visitor admin = visitor(region, "admin")) {
            admin.open(address(region, "/")).signIn(region.admin(), RunningSystem.PASSWORD).look("beranda");
            admin.follow("Paket daerah").look("paket");
            if (!admin.text().contains("Nonaktifkan")) {
                admin.page().locator("input[name=from]").first().fill("2026-10-01");
                admin.push("Aktifkan mulai tanggal ini");
            }
            Api api = Api.as(system, region.admin(), region.tenant());
            await("the pack is active", () -> api.get("/api/" + region.tenant() + "/packs").raw().body().contains("ACTIVE"));
            admin.open(address(region, "/paket")).look("paket-aktif");
            admin.follow("Siapkan SKP");
            admin.page().locator("input[name=signed]").focus();
            admin.page().keyboard().press("Space");
            admin.push("Buat SKP").look("skp-dibuat");
            admin.open(address(region, "/evaluasi")).push("Buka evaluasi periode ini").look("evaluasi-dibuka");
        }
    }

    private void recordProgress(Region region) {
        try (Visitor staff = visitor(region, "staff")) {
            staff.open(address(region, "/")).signIn(region.staff(), RunningSystem.PASSWORD).look("beranda");
            staff.follow("SKP saya").look("skp");
            Page page = staff.page();
            page.locator("main a[href$='/progres']").first().focus();
            staff.enter();
            page.locator("#f-note").focus();
            page.keyboard().type("Antrean pagi dibantu petugas triase; pengaduan dijawab pada hari yang sama.");
            fillPackForm(page);
            page.locator("#f-evidence").setInputFiles(new FilePayload("laporan-triwulan.pdf", "application/pdf", EVIDENCE));
            staff.push("Simpan").look("progres");
            assertTrue(staff.text().contains("laporan-triwulan.pdf"), staff.text());
        }
    }

    /** Fills what the pack's form asks for, whatever the region. */
    private static void fillPackForm(Page page) {
        page.locator("[name^='form.'][required]").all().forEach(field -> {
            String type = field.getAttribute("type");
            if ("date".equals(type)) {
                field.fill("2026-11-23");
            } else if ("radio".equals(type)) {
                field.check();
            } else if ("SELECT".equals(field.evaluate("element => element.tagName"))) {
                field.selectOption(new SelectOption().setIndex(1));
            } else {
                field.fill("numeric".equals(field.getAttribute("inputmode")) || "decimal".equals(field.getAttribute("inputmode"))
                        ? "3" : "Layanan berjalan baik.");
            }
        });
    }

    private void handIn(Region region) {
        try (Visitor staff = visitor(region, "staff-submit")) {
            staff.open(address(region, "/hasil")).signIn(region.staff(), RunningSystem.PASSWORD).look("hasil-daftar");
            staff.open(address(region, "/hasil/" + ownEvaluation(region))).look("sebelum-diajukan");
            // In the middle of the quarter, and not everything is filled in: it has to be meant.
            Locator meant = staff.page().locator("input[name=confirmed]");
            if (meant.count() > 0) {
                meant.focus();
                staff.page().keyboard().press("Space");
            }
            staff.push("Ajukan periode ini").look("diajukan");
        }
        team(region).forEach(row -> {
            String username = region.usernameOf(row.get("employeeName").asText());
            if (!username.equals(region.staff())) {
                Api person = Api.as(system, username, region.tenant());
                person.call("POST", evaluation(region, row) + "/submission?confirmed=true", null,
                        version(person, region, row)).expect(200);
            }
        });
    }

    private void markBehaviour(Region region) {
        String followed = ownEvaluation(region);
        try (Visitor rater = visitor(region, "rater")) {
            rater.open(address(region, "/tim")).signIn(region.rater(), RunningSystem.PASSWORD).look("tim");
            rater.open(address(region, "/tim/" + followed));
            assertTrue(rater.text().contains("laporan") || rater.text().contains("1 berkas"), "the rater sees the evidence");
            rater.push("Yang belum ditandai: sesuai ekspektasi").look("perilaku");
        }
        Api api = Api.as(system, region.rater(), region.tenant());
        team(region).stream().filter(row -> !row.get("evaluationId").asText().equals(followed)).forEach(row ->
                api.call("PUT", evaluation(region, row) + "/behaviour-marks", Map.of("marks",
                        VALUES.stream().map(value -> Map.of("value", value, "mark", "MEETS")).toList()),
                        version(api, region, row)).expect(200));
    }

    private void fixOrganisationPredicate(Region region) {
        JsonNode followed = Api.as(system, region.staff(), region.tenant())
                .get("/api/" + region.tenant() + "/evaluations/" + ownEvaluation(region)).expect(200);
        try (Visitor boss = visitor(region, "boss")) {
            boss.open(address(region, "/organisasi")).signIn(region.boss(), RunningSystem.PASSWORD);
            Page page = boss.page();
            var card = page.locator("#u-" + followed.get("unitId").asText());
            card.locator("summary").first().focus();
            page.keyboard().press("Enter");
            card.locator("select, input[type=radio][value=GOOD]").first().evaluate(
                    "element => { if (element.tagName === 'SELECT') { element.value = 'GOOD'; } else { element.checked = true; } }");
            card.locator("textarea, input[type=text]").first().fill("Target layanan triwulan tercapai.");
            card.locator("button[type=submit]").first().focus();
            boss.enter();
            boss.look("organisasi");
        }
    }

    private void runSuggestions(Region region) {
        try (Visitor rater = visitor(region, "rater-run")) {
            rater.open(address(region, "/tim")).signIn(region.rater(), RunningSystem.PASSWORD).push("Hitung saran nilai");
            Api api = Api.as(system, region.rater(), region.tenant());
            await("the run is over", () -> {
                JsonNode runs = api.get("/api/" + region.tenant() + "/evaluation-runs").expect(200);
                return runs.toString().contains("\"DONE\"") && !runs.toString().contains("\"RUNNING\"")
                        && !runs.toString().contains("\"PENDING\"");
            });
            rater.open(rater.page().url()).look("penghitungan");
        }
    }

    private void rateAndDeliver(Region region) {
        String followed = ownEvaluation(region);
        try (Visitor rater = visitor(region, "rater-rate")) {
            rater.open(address(region, "/tim/" + followed)).signIn(region.rater(), RunningSystem.PASSWORD).look("saran");
            assertTrue(rater.text().contains(region.score()), "the rater reads " + region.score());
            Page page = rater.page();
            for (String rating : List.of("resultRating", "behaviourRating")) {
                page.locator("input[name=" + rating + "][value=MEETS]").focus();
                page.keyboard().press("Space");
            }
            rater.push("Simpan penilaian").look("dinilai");
            Api api = Api.as(system, region.rater(), region.tenant());
            team(region).stream().filter(row -> !row.get("evaluationId").asText().equals(followed)).forEach(row ->
                    rateAsSuggested(api, region, row));
            rater.open(address(region, "/tim")).look("tim-dinilai");
            sayWhyTheDistributionDeparts(rater);
            rater.open(address(region, "/tim"));
            page.locator("button", new Page.LocatorOptions().setHasText("Sampaikan")).first().focus();
            rater.enter();
            rater.look("disampaikan");
        }
    }

    /** Everybody is good, and the pattern of a good unit wants differences: telling waits for a reason. */
    private static void sayWhyTheDistributionDeparts(Visitor rater) {
        rater.follow("Tuliskan atau ubah alasan");
        rater.page().locator("#f-reason").focus();
        rater.page().keyboard().type("Semua target triwulan tercapai; tidak ada pegawai di bawah ekspektasi.");
        rater.push("Simpan alasan").look("distribusi");
    }

    private static void rateAsSuggested(Api api, Region region, JsonNode row) {
        JsonNode evaluation = api.get(evaluation(region, row)).expect(200);
        JsonNode suggestion = evaluation.path("suggestion");
        JsonNode proposal = evaluation.path("proposal");
        api.call("PUT", evaluation(region, row) + "/rating", Map.of(
                "resultRating", proposal.path("result").asText(suggestion.path("resultRating").asText("MEETS")),
                "behaviourRating", proposal.path("behaviour").asText(suggestion.path("behaviourRating").asText("MEETS")),
                "note", "Terima kasih atas kerja triwulan ini."), evaluation.get("version").asLong()).expect(200);
    }

    private void readAndAcknowledge(Region region) {
        try (Visitor staff = visitor(region, "staff-result")) {
            staff.open(address(region, "/hasil/" + ownEvaluation(region))).signIn(region.staff(), RunningSystem.PASSWORD)
                    .look("hasil");
            assertTrue(staff.text().contains("Predikat: Baik"), staff.text());
            assertTrue(staff.text().contains(region.score()), "the person reads " + region.score());
            staff.push("Saya menerima hasil ini").look("final");
            assertTrue(staff.text().contains("Final"), staff.text());
        }
        team(region).forEach(row -> {
            String username = region.usernameOf(row.get("employeeName").asText());
            if (!username.equals(region.staff())) {
                Api person = Api.as(system, username, region.tenant());
                person.call("POST", evaluation(region, row) + "/acknowledgement", null, version(person, region, row)).expect(200);
            }
        });
    }

    private List<JsonNode> team(Region region) {
        JsonNode team = Api.as(system, region.rater(), region.tenant())
                .get("/api/" + region.tenant() + "/evaluations/team?period=" + PERIOD).expect(200);
        List<JsonNode> people = new ArrayList<>();
        team.get("people").forEach(people::add);
        assertTrue(people.size() >= 12, "a unit of at least twelve people");
        return people;
    }

    private String ownEvaluation(Region region) {
        return first(Api.as(system, region.staff(), region.tenant())
                .get("/api/" + region.tenant() + "/evaluations/mine").expect(200)).get("evaluationId").asText();
    }

    /** The first evaluation of an answer, whether it is a list or holds one. */
    private static JsonNode first(JsonNode mine) {
        JsonNode list = mine.isArray() ? mine : mine.elements().next();
        return list.get(0);
    }

    private static long version(Api api, Region region, JsonNode row) {
        return api.get(evaluation(region, row)).expect(200).get("version").asLong();
    }

    private static String evaluation(Region region, JsonNode row) {
        return "/api/" + region.tenant() + "/evaluations/" + row.get("evaluationId").asText();
    }

    private Visitor visitor(Region region, String who) {
        return new Visitor(browser, region.tenant() + "-" + who, screenshots);
    }

    private String address(Region region, String path) {
        return system.url() + "/" + region.tenant() + path;
    }

    /** Waits for something that happens by itself, under a generous limit. */
    private static void await(String what, Supplier<Boolean> happened) {
        for (int i = 0; i < 240; i++) {
            if (happened.get()) {
                return;
            }
            try {
                Thread.sleep(Duration.ofMillis(500).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("waited in vain: " + what);
    }

    private static Path chromium() {
        return Stream.of(System.getenv().getOrDefault("CHROMIUM", ""), "/usr/bin/chromium", "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome").filter(path -> !path.isEmpty()).map(Path::of).filter(Files::isExecutable)
                .findFirst().orElseThrow(() -> new IllegalStateException("no Chromium; deploy/local/test installs one"));
    }
}
