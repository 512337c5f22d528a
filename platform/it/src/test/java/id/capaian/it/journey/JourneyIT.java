package id.capaian.it.journey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.FilePayload;
import id.capaian.it.browser.Browsing;
import id.capaian.it.browser.PackForm;
import id.capaian.it.browser.Visitor;
import id.capaian.it.system.Api;
import id.capaian.it.system.RunningSystem;
import id.capaian.local.DemoDay;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
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
 * The whole road in a browser, by keyboard and from link to link: a region's pack enabled, plans made, progress recorded
 * with evidence, a unit evaluated with explained suggestions, results delivered and acknowledged, national figures
 * shown. In both regions. What the others of the unit do meanwhile, they do by the command of the README.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyIT {

    private static final int FIRST_LOAD_BYTES = 30 * 1024;
    private static final String EVIDENCE = "laporan-triwulan.pdf";
    private static final byte[] EVIDENCE_BYTES = "%PDF-1.4\n% laporan triwulan\n".getBytes(StandardCharsets.US_ASCII);
    private static final double PATIENCE = Duration.ofMinutes(2).toMillis();

    private RunningSystem system;
    private Browsing browsing;

    static Stream<Region> regions() {
        return Stream.of(Region.of("samarinda", "Kota Samarinda", "64", "Provinsi Kalimantan Timur", "95,84"),
                Region.of("tubei", "Kabupaten Lebong", "17", "Provinsi Bengkulu", "103,22"));
    }

    @BeforeAll
    void start() throws Exception {
        system = RunningSystem.shared();
        browsing = new Browsing();
    }

    @AfterAll
    void stop() {
        if (browsing != null) {
            browsing.close();
        }
    }

    /** Before anything was done: the lists are empty and say what to do. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("regions")
    @Order(1)
    void showsEmptyListsToWhoComesFirst(Region region) {
        try (Visitor admin = atADesk(region, "new-admin")) {
            signIn(admin, region, region.admin());
            admin.follow("Paket daerah");
            assertFalse(admin.text().contains("Lihat dan kelola"),
                    "the road was gone before: begin with a fresh system, without platform/it/target/system");
            assertEmpty(admin.inEnglish());
            assertEmpty(admin.follow("Evaluasi").inEnglish());
        }
        try (Visitor rater = onAPhone(region, "new-rater")) {
            signIn(rater, region, region.rater());
            for (String list : List.of("SKP saya", "Hasil saya", "Tim saya")) {
                assertEmpty(rater.follow(list).inEnglish());
            }
        }
    }

    private static void assertEmpty(Visitor visitor) {
        assertTrue(visitor.page().locator("main .empty").first().isVisible(), visitor.page().url() + visitor.text());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("regions")
    @Order(2)
    void carriesARegionFromItsPackToFinalResults(Region region) {
        Colleagues colleagues = new Colleagues(system, region);
        enablePackAndMakePlans(region);
        recordProgress(region);
        handIn(region);
        colleagues.submit();
        markBehaviour(region, colleagues.followed());
        colleagues.areMarked();
        fixOrganisationPredicate(region, colleagues.evaluation(colleagues.followed()).get("unitId").asText());
        runSuggestions(region);
        colleagues.allHaveASuggestionOrTheReasonWhyNot();
        rate(region, colleagues.followed());
        colleagues.areRated();
        deliver(region);
        readAndAcknowledge(region);
        colleagues.acknowledge();
    }

    private void enablePackAndMakePlans(Region region) {
        try (Visitor admin = atADesk(region, "admin")) {
            signIn(admin, region, region.admin());
            admin.inEnglish().follow("Paket daerah");
            Page page = admin.page();
            admin.follow(page.locator("main a.button[href*='/paket/region-']").first()).inEnglish();
            // Tried first: nothing has happened yet, so there is nobody to score.
            admin.push("Coba dulu dengan isian ini").inEnglish().push("Hitung dengan data sekarang").inEnglish();
            admin.follow("Aktifkan dengan parameter ini …");
            admin.type(page.locator("input[name=from]"), DemoDay.today().firstDay()).push("Aktifkan mulai tanggal ini");
            // Nobody loads the page anew: it looks by itself how far the servers are.
            page.locator("#keadaan .status.good").waitFor(patiently());
            admin.look().inEnglish();
            admin.follow("Siapkan SKP").inEnglish().tick(page.locator("input[name=signed]")).push("Buat SKP");
            admin.follow("Evaluasi").push("Buka evaluasi periode ini");
        }
    }

    private void recordProgress(Region region) {
        try (Visitor staff = onAPhone(region, "staff")) {
            signIn(staff, region, region.staff());
            Page page = staff.page();
            staff.inEnglish().follow("SKP saya").inEnglish();
            staff.follow(page.locator("main a[href$='/progres']").first()).inEnglish();
            PackForm.fill(staff);
            staff.type(page.locator("#f-note"),
                    "Antrean pagi dibantu petugas triase; pengaduan dijawab pada hari yang sama.");
            staff.attach(page.locator("#f-evidence"), new FilePayload(EVIDENCE, "application/pdf", EVIDENCE_BYTES));
            staff.push("Simpan");
            assertTrue(staff.text().contains(EVIDENCE), staff.text());
        }
    }

    private void handIn(Region region) {
        try (Visitor staff = onAPhone(region, "staff-submit")) {
            signIn(staff, region, region.staff());
            staff.follow("Hasil saya").inEnglish().follow(staff.page().locator("main table a").first()).inEnglish();
            // In the middle of the quarter, and not everything is filled in: it has to be meant.
            staff.tick(staff.page().locator("input[name=confirmed]")).push("Ajukan periode ini");
        }
    }

    private void markBehaviour(Region region, String followed) {
        try (Visitor rater = atADesk(region, "rater")) {
            signIn(rater, region, region.rater());
            openOne(rater, followed).inEnglish();
            byte[] opened = rater.download(rater.page().locator("main a").filter(
                    new Locator.FilterOptions().setHasText(EVIDENCE)));
            assertArrayEquals(EVIDENCE_BYTES, opened, "the file that was handed in");
            rater.choose(rater.page().locator("input[name=mark1][value=ABOVE]"));
            rater.choose(rater.page().locator("input[name=mark1][value=MEETS]"));
            rater.push("Tandai sisanya sesuai ekspektasi dan simpan");
        }
    }

    private static Visitor openOne(Visitor rater, String evaluation) {
        return rater.follow("Tim saya").follow(rater.page().locator("main a[href$='/tim/" + evaluation + "']"));
    }

    private void fixOrganisationPredicate(Region region, String unit) {
        try (Visitor boss = atADesk(region, "boss")) {
            signIn(boss, region, region.boss());
            boss.follow("Capaian organisasi").inEnglish();
            Locator card = boss.page().locator("#u-" + unit);
            boss.unfold(card.locator("summary").first());
            boss.choose(card.locator("input[type=radio][value=GOOD]"));
            boss.type(card.locator("textarea"), "Target layanan triwulan tercapai.");
            boss.push(card.locator("button[type=submit]"));
            assertTrue(card.innerText().contains("Ditetapkan"), card.innerText());
        }
    }

    /** The rater starts and watches; the page goes on by itself, told by the server. */
    private void runSuggestions(Region region) {
        try (Visitor rater = atADesk(region, "rater-run")) {
            signIn(rater, region, region.rater());
            rater.follow("Tim saya").inEnglish();
            List<String> events = new CopyOnWriteArrayList<>();
            rater.page().onResponse(answer -> {
                if (answer.url().endsWith("/events") && answer.status() == 200) {
                    events.add(answer.headerValue("content-type"));
                }
            });
            rater.push("Hitung saran nilai");
            String address = rater.page().url();
            rater.page().locator("#kemajuan").getByText("Selesai").first().waitFor(patiently());
            assertEquals(address, rater.page().url());
            assertTrue(events.contains("text/event-stream"), "the page followed the events: " + events);
            rater.look().inEnglish();
        }
    }

    private void rate(Region region, String followed) {
        try (Visitor rater = atADesk(region, "rater-rate")) {
            signIn(rater, region, region.rater());
            openOne(rater, followed).inEnglish();
            assertTrue(rater.text().contains(region.score()), "the rater reads " + region.score());
            Page page = rater.page();
            rater.choose(page.locator("input[name=resultRating][value=BELOW]"));
            rater.choose(page.locator("input[name=behaviourRating][value=MEETS]"));
            rater.pushInVain("Simpan penilaian");
            rater.choose(page.locator("input[name=resultRating][value=MEETS]")).push("Simpan penilaian");
        }
    }

    private void deliver(Region region) {
        try (Visitor rater = atADesk(region, "rater-deliver")) {
            signIn(rater, region, region.rater());
            rater.follow("Tim saya");
            sayWhyTheDistributionDeparts(rater);
            rater.follow("Tim saya");
            rater.push(rater.page().locator("main button").filter(new Locator.FilterOptions().setHasText("Sampaikan")));
        }
    }

    /** Nearly everybody is good, and the pattern of a good unit wants differences: telling waits for a reason. */
    private static void sayWhyTheDistributionDeparts(Visitor rater) {
        rater.follow("Tuliskan atau ubah alasan").inEnglish();
        rater.type(rater.page().locator("#f-reason"),
                "Semua target triwulan tercapai; tidak ada pegawai di bawah ekspektasi.").push("Simpan alasan");
    }

    private void readAndAcknowledge(Region region) {
        try (Visitor staff = onAPhone(region, "staff-result")) {
            signIn(staff, region, region.staff());
            staff.follow("Hasil saya").follow(staff.page().locator("main table a").first()).inEnglish();
            assertTrue(staff.text().contains("Predikat: Baik"), staff.text());
            assertTrue(staff.text().contains(region.score()), "the person reads " + region.score());
            staff.unfold(staff.page().locator("details:has(form[action$='/terima']) summary"));
            staff.push("Ya, saya menerima");
            assertTrue(staff.text().contains("Final"), staff.text());
        }
    }

    @Test
    @Order(3)
    void showsTheNationBothRegionsAndNoPerson() {
        Api analyst = Api.as(system, "analis.nasional", null);
        await("both regions are published", () -> regions().allMatch(region -> {
            Api.Answer answer = analyst.get("/api/national/summary?period=" + Colleagues.PERIOD + "&area="
                    + region.province());
            return answer.status() == 200 && answer.raw().body().contains(region.name());
        }));
        // A page may have been put together a moment before that.
        await("the nation shows both provinces", () -> {
            Api.Answer answer = analyst.get("/api/national/summary?period=" + Colleagues.PERIOD);
            return answer.status() == 200
                    && regions().allMatch(region -> answer.raw().body().contains('"' + region.province() + '"'));
        });
        try (Visitor visitor = browsing.atADesk("nation")) {
            visitor.open(system.url() + "/").follow("Analis nasional");
            visitor.signIn("analis.nasional", RunningSystem.PASSWORD).inEnglish();
            showsNoPerson(visitor);
            regions().forEach(region -> {
                visitor.follow(region.provinceName()).inEnglish();
                assertTrue(visitor.page().locator("td .hidden-text").first().textContent().contains("disembunyikan"),
                        "one who stands out alone is hidden: " + visitor.text());
                assertTrue(visitor.text().contains(region.name()), region.name());
                showsNoPerson(visitor);
                visitor.follow("Kembali ke seluruh Indonesia");
            });
        }
        regions().forEach(region -> {
            String evaluation = new Colleagues(system, region).followed();
            assertEquals(403, analyst.get("/api/" + region.tenant() + "/evaluations/" + evaluation).status());
        });
    }

    private static void showsNoPerson(Visitor visitor) {
        regions().forEach(region -> region.usernames().forEach((name, number) -> {
            assertFalse(visitor.text().contains(name), "a person on the nation's page");
            assertFalse(visitor.text().contains(number), "a number on the nation's page");
        }));
    }

    @Test
    @Order(4)
    void loadsAStaffPageInThirtyKilobytes() {
        Region region = regions().findFirst().orElseThrow();
        try (Visitor visitor = atADesk(region, "first-load")) {
            signIn(visitor, region, region.staff());
            Page fresh = visitor.page();
            long[] bytes = new long[1];
            Consumer<Request> counts = request -> bytes[0] += request.sizes().responseBodySize;
            fresh.onRequestFinished(counts);
            // Without the browser's cache, as somebody who comes for the first time.
            fresh.context().newCDPSession(fresh).send("Network.clearBrowserCache");
            fresh.navigate(system.url() + "/" + region.tenant() + "/skp");
            fresh.waitForLoadState();
            // What ends while the page is closed can no longer be asked how large it was.
            fresh.offRequestFinished(counts);
            assertTrue(bytes[0] > 0 && bytes[0] <= FIRST_LOAD_BYTES, "first load is " + bytes[0] + " bytes");
        }
    }

    /** From the platform's front page to the region's home. */
    private void signIn(Visitor visitor, Region region, String username) {
        visitor.open(system.url() + "/");
        visitor.follow(visitor.page().locator("main a[href='/" + region.tenant() + "/']"));
        visitor.signIn(username, RunningSystem.PASSWORD);
    }

    private Visitor atADesk(Region region, String who) {
        return browsing.atADesk(region.tenant() + "-" + who);
    }

    private Visitor onAPhone(Region region, String who) {
        return browsing.onAPhone(region.tenant() + "-" + who);
    }

    private static Locator.WaitForOptions patiently() {
        return new Locator.WaitForOptions().setTimeout(PATIENCE);
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
}
