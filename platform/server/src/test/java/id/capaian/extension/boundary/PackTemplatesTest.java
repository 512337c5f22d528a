package id.capaian.extension.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.extension.PackParameter;
import id.capaian.extension.ParameterForm;
import id.capaian.extension.Refusal;
import id.capaian.extension.boundary.PackDetailView.PackComparison;
import id.capaian.extension.boundary.PackDetailView.PackCompatibility;
import id.capaian.extension.boundary.PackDetailView.PackExamples;
import id.capaian.extension.boundary.PackDetailView.IndicatorRead;
import id.capaian.extension.boundary.PackDetailView.PackReads;
import id.capaian.extension.boundary.PackDetailView.PackTrust;
import id.capaian.extension.boundary.PackDetailView.Verdict;
import id.capaian.kernel.page.Fact;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Option;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.plugin.api.Attribution;
import id.capaian.plugin.api.Frequency;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.Parameters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page about packs in both languages and every state: a missing text fails here and not in front of a reader. */
class PackTemplatesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final UUID ID = UUID.fromString("01930000-0000-7000-8000-000000000001");
    private static final UUID UNIT = UUID.fromString("01930000-0000-7000-8000-00000000000a");
    private static final String HOSTILE = "<script>alert(1)</script>";
    private static final List<String> STATES = List.of("PREPARING", "ACTIVE", "FUTURE", "FAILED", "SUPERSEDED", "OFF");
    private static final LocalizedText NAME = new LocalizedText("Uji", "Trial");
    private static final PackDescriptor PACK = new PackDescriptor("region-uji", "1.1.0", NAME, NAME, List.of(),
            List.of(),
            List.of(), List.of(), """
                    {"type": "object", "additionalProperties": false, "properties": {
                      "guard.ceiling": {"type": "number", "minimum": 100, "maximum": 120, "default": 110,
                        "title": "Capaian tertinggi"}}}""", Parameters.none(), Map.of());

    @Test
    void showsThePacksAndTheirStates() {
        for (Language language : Language.values()) {
            String page = PageSample.render("extension/packs", language, new PacksView(List.of(pack("ACTIVE", null)),
                    STATES.stream().map(PackTemplatesTest::binding).toList(), true));
            assertTrue(page.contains("href=\"/samarinda/paket/region-uji/1.1.0#ikatan-" + ID + "\""), page);
            assertTrue(page.contains("href=\"/samarinda/paket/region-uji/1.1.0\""));
            assertFalse(page.contains(HOSTILE) || page.contains("style=\""), page);
            PageSample.render("extension/states", language, new PacksView(List.of(), List.of(), false));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAITING", "VERIFIED", "ACTIVE", "FAILED", "UNLOADED"})
    void showsAVersionInEveryCondition(String condition) {
        for (Language language : Language.values()) {
            for (Verdict verdict : Verdict.values()) {
                String page = PageSample.render("extension/pack", language,
                        page(detail(condition, verdict, "LISTED", null), language, FieldErrors.NONE, null));
                assertFalse(page.contains(HOSTILE), page);
                assertEquals(condition.equals("VERIFIED") || condition.equals("ACTIVE"),
                        page.contains("name=\"act\" value=\"enable\""), "only what was checked can be enabled");
                assertEquals(page.split(" id=\"").length - 1, (int) ids(page).distinct().count(), "ids are unique");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void saysWhyAServerRefusesAPack(Refusal refusal) {
        for (Language language : Language.values()) {
            PageSample.render("extension/pack", language, page(detail("FAILED", Verdict.NO, "UNKNOWN", refusal.name()),
                    language, FieldErrors.NONE, null));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SAME", "NONE", "UNKNOWN", "LISTED"})
    void saysWhatChanges(String state) {
        for (Language language : Language.values()) {
            PageSample.render("extension/pack", language,
                    page(detail("VERIFIED", Verdict.YES, state, null), language, FieldErrors.NONE, null));
        }
    }

    @Test
    void tellsAnOfficerWhatMattersInWords() {
        String page = PageSample.render("extension/pack", Language.ID,
                page(detail("VERIFIED", Verdict.YES, "LISTED", null), Language.ID, FieldErrors.NONE, null));
        for (String part : List.of("Dibandingkan dengan Uji 1.0.0 yang sekarang berlaku", "Bobot A: dari 60 menjadi 50",
                "nama, NIP, alamat, dan berkas tidak pernah diberikan", "antrean digital", "12 contoh, semuanya",
                "Cocok: paket dibuat untuk aturan paket versi", "Dipercaya sejak 1 Januari 2026",
                "node-1: Lolos pemeriksaan",
                "Dari 100 sampai 120. Bawaan: 110.", "Kembali ke versi 1.0.0", "Versi ini terkunci",
                "name=\"act\" value=\"try\"", "/samarinda/paket/" + ID + "/nonaktifkan",
                "versi 1.1.0 yang sekarang dipakai untuk Dinas dan unit di bawahnya",
                "href=\"/samarinda/paket/region-uji/1.1.0?unit=" + UNIT + "#aktifkan\"",
                "/samarinda/paket/" + ID + "/kembali")) {
            assertTrue(page.contains(part), part + " is not in " + page);
        }
    }

    @Test
    void showsAFormAgainWithItsMessagesAtTheirFields() {
        FieldErrors errors = new FieldErrors(List.of(new FieldProblem("form.guard.ceiling", "Paling besar 120."),
                new FieldProblem("unit", "Pilih unit lain."), new FieldProblem("from", "Isi tanggal.")));
        String page = PageSample.render("extension/pack", Language.ID,
                page(detail("VERIFIED", Verdict.YES, "SAME", null), Language.ID, errors, null));
        for (String field : List.of("form.guard.ceiling", "unit", "from")) {
            assertTrue(page.contains("href=\"#f-" + field + "\"") && page.contains("id=\"f-" + field + "\"")
                    && page.contains("id=\"e-" + field + "\""), field);
        }
        String back = PageSample.render("extension/pack", Language.ID, page(detail("ACTIVE", Verdict.YES, "SAME", null),
                Language.ID, new FieldErrors(List.of(new FieldProblem("rollback", "Pilih tanggal."))), ID.toString()));
        assertTrue(back.contains("href=\"#f-rollback\"") && back.contains("id=\"f-rollback\" type=\"date\"")
                && back.contains("value=\"2020-01-01\""), back);
    }

    @Test
    void asksBeforeDisablingAndSaysWhatHappensToWhom() {
        for (Language language : Language.values()) {
            for (String effect : List.of("NOW", "LATER", "SPARE", "FAILED", "PREPARING")) {
                for (boolean offered : List.of(true, false)) {
                    PageSample.render("extension/disable", language,
                            new DisablingView(binding(STATES.contains(effect) ? effect : "ACTIVE"), effect, 0,
                                    null, offered));
                }
            }
        }
        String byHand = PageSample.render("extension/disable", Language.ID,
                new DisablingView(binding("ACTIVE"), "NOW", 1240, null, true));
        assertTrue(byHand.contains("1.240 pegawai tidak lagi mendapat saran angka"), byHand);
        assertTrue(byHand.contains("method=\"post\" action=\"/samarinda/paket/" + ID + "/nonaktifkan\""));
        String next = PageSample.render("extension/disable", Language.ID,
                new DisablingView(binding("ACTIVE"), "NOW", 7, binding("SUPERSEDED"), false));
        assertTrue(next.contains("7 pegawai selanjutnya mendapat saran dari Uji 1.1.0"), next);
        assertTrue(byHand.contains("dapat diaktifkan lagi kapan saja"), byHand);
        assertFalse(next.contains("dapat diaktifkan lagi kapan saja"), "a version that is offered no more cannot");
        assertTrue(next.contains("Versi ini tidak ditawarkan lagi"), next);
        assertTrue(next.contains("Menonaktifkan tidak menghapus apa pun"), next);
    }

    @Test
    void saysWhatIsUsedWhileTheNewestVersionFails() {
        for (Language language : Language.values()) {
            String page = PageSample.render("extension/pack", language, page(detail("FAILED", Verdict.NO, "UNKNOWN",
                    "SELF_TEST_FAILED", binding("FAILED"), true), language, FieldErrors.NONE, null));
            assertTrue(page.contains("Uji 1.0.0."), page);
            assertTrue(page.contains("/samarinda/paket/" + ID + "/kembali"), "it can be left for what is used");
        }
        String asked = PageSample.render("extension/disable", Language.ID,
                new DisablingView(binding("FAILED"), "FAILED", 0, null, true));
        assertTrue(asked.contains("Versi ini gagal dan sekarang dipakai Uji 1.0.0"), asked);
        assertFalse(asked.contains("digantikan versi yang lebih baru"), asked);
        String early = PageSample.render("extension/pack", Language.ID, page(detail("VERIFIED", Verdict.YES, "SAME",
                null, binding("PREPARING"), true), Language.ID, FieldErrors.NONE, null));
        assertTrue(early.contains("Sementara itu dipakai Uji 1.0.0"), early);
        assertFalse(early.contains("gagal. Yang dipakai"), "what is being prepared has not failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAITING", "VERIFIED", "ACTIVE", "FAILED", "UNLOADED"})
    void aVersionThatIsNotOfferedAnyMoreCanBeTriedUnlessItFails(String condition) {
        String page = PageSample.render("extension/pack", Language.ID, page(detail(condition, Verdict.NOT_CHECKED,
                "UNKNOWN", null, binding("OFF"), false), Language.ID, FieldErrors.NONE, null));
        assertEquals(!condition.equals("FAILED"),
                page.contains("href=\"/samarinda/paket/region-uji/1.1.0/simulasi\""), page);
    }

    @Test
    void promisesToEnableAgainOnlyWhatIsStillOffered() {
        String again = "Versi yang sekarang tetap tersedia dan dapat diaktifkan lagi";
        assertTrue(PageSample.render("extension/pack", Language.ID, page(detail("ACTIVE", Verdict.YES, "SAME", null),
                Language.ID, FieldErrors.NONE, null)).contains(again));
        String retired = PageSample.render("extension/pack", Language.ID, page(detail("ACTIVE", Verdict.YES, "SAME",
                null, binding("ACTIVE"), false), Language.ID, FieldErrors.NONE, null));
        assertFalse(retired.contains(again), retired);
        assertTrue(retired.contains("sesudahnya tidak dapat diaktifkan lagi"), retired);
    }

    private static Stream<String> ids(String page) {
        return Arrays.stream(page.split(" id=\"")).skip(1).map(rest -> rest.substring(0, rest.indexOf('"')));
    }

    private static PackPageView page(PackDetailView detail, Language language, FieldErrors errors, String again) {
        return new PackPageView(detail, new ParameterForm(PACK, PageSample.shell(language)).groups("{}"),
                Map.of(ID, List.of(new Fact("Capaian tertinggi", "105"))),
                List.of(binding("ACTIVE"), binding("FUTURE")), binding("FUTURE"),
                List.of(new Option(UNIT.toString(), "Dinas")),
                new PackPageView.Wish("2026-11-24", UNIT.toString(), "2020-01-01", again), errors, "key", "2026-11-24");
    }

    private static PackDetailView detail(String condition, Verdict verdict, String comparison, String refusal) {
        return detail(condition, verdict, comparison, refusal, binding("ACTIVE"), true);
    }

    private static PackDetailView detail(String condition, Verdict verdict, String comparison, String refusal,
            BindingView binding, boolean offered) {
        List<IndicatorRead> reads = IntStream.range(0, Attribution.values().length).mapToObj(i -> new IndicatorRead(
                "UJI." + i, HOSTILE, "%", "antrean digital", Frequency.values()[i].name(),
                Attribution.values()[i].name())).toList();
        List<PackChange> changes = Stream.of("INDICATOR", "SET", "FORMULA", "FORM", "PARAMETER")
                .flatMap(area -> Stream.of("ADDED", "REMOVED", "CHANGED").map(kind -> new PackChange(area, kind,
                        "UJI.A",
                        HOSTILE, List.of("Bobot A: dari 60 menjadi 50")))).toList();
        return new PackDetailView(pack(condition, refusal), offered, new PackCompatibility(">=1.0.0 & <2.0.0", "1.1.0",
                verdict),
                new PackTrust("Bengkel", "kunci", Instant.parse("2026-01-01T00:00:00Z"), null, null),
                new PackExamples(12, verdict, List.of("contoh")),
                new PackComparison(comparison, "Uji", "1.0.0", changes),
                new PackReads(reads, true, true), PackParameter.of(PACK, "id"), List.of(binding));
    }

    private static PackView pack(String condition, String refusal) {
        return new PackView("region-uji", "1.1.0", "Uji", HOSTILE, "Bengkel", "DATA", ">=1.0.0", "kunci",
                "ab".repeat(32),
                NOW, condition, List.of(new PackView.Node("node-1",
                condition.equals("WAITING") ? "VERIFIED" : condition,
                        refusal, HOSTILE, NOW)),
                Stream.of("PERSON", "RATER", "UNIT").map(subject ->
                        new PackView.Formula("uji.mutu@2025", "Mutu", HOSTILE, subject)).toList(),
                List.of(new PackView.Set("uji.health", "Kesehatan", "health", 3)),
                Stream.of("PLAN", "PROGRESS", "PEER", "CITIZEN", "DEVELOPMENT").map(purpose ->
                        new PackView.FormOffered("uji.plan@1", "Janji", purpose)).toList(),
                Stream.of("RECOGNITION", "DEVELOPMENT").map(purpose ->
                        new PackView.DocumentOffered("uji.saran@1", HOSTILE, purpose)).toList());
    }

    private static BindingView binding(String state) {
        return new BindingView(ID, state.equals("FUTURE") ? UNIT : null, state.equals("FUTURE") ? "Dinas" : null,
                "region-uji", "Uji", "1.1.0", "{\"guard.ceiling\": 105}", LocalDate.of(2026, 1, 1), state,
                state.equals("ACTIVE"), List.of("ACTIVE", "FAILED", "PREPARING").contains(state) ? "1.0.0" : null,
                List.of("FAILED", "PREPARING").contains(state) ? "Uji 1.0.0" : null, NOW, 2, 3,
                state.equals("OFF") ? "anna" : null, state.equals("OFF") ? NOW : null);
    }
}
