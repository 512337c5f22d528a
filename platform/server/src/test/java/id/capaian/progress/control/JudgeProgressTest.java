package id.capaian.progress.control;

import static id.capaian.planning.control.Sample.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.capaian.kernel.files.FileStore;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.kernel.tenancy.Wiring;
import id.capaian.planning.IndicatorValues;
import id.capaian.planning.NewReading;
import id.capaian.planning.Periods;
import id.capaian.planning.Plans;
import id.capaian.planning.Reading;
import id.capaian.planning.control.PlanSheet;
import id.capaian.planning.control.PlanState;
import id.capaian.planning.control.ReadPlans;
import id.capaian.planning.control.Sample;
import id.capaian.progress.JudgementView;
import id.capaian.progress.ProgressView;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rater decides about recorded progress, on a real database and real files. */
class JudgeProgressTest {

    private static final String PERSONAL = "SMD.RSP";
    private static final String OF_SERVICE = "SMD.SAT";
    private static final String REASON = "Lampirkan rekap bulan Oktober";

    private final Sample sample = Sample.aNurseAndTheHeadWhoRatesHer();

    @TempDir
    private Path files;
    private PlanState plan;

    @BeforeEach
    void aPlanInForce() {
        plan = sample.signed();
    }

    private <T> T nurse(Function<Wiring, T> act) {
        return sample.asNurse(wiring -> act.apply(wiring.with(files.toString()).with(Slice.NO_CONTAINER)));
    }

    private <T> T head(Function<Wiring, T> act) {
        return sample.asHead(wiring -> act.apply(wiring.with(files.toString()).with(Slice.NO_CONTAINER)));
    }

    private UUID indicator(String code) {
        return indicator(plan, code);
    }

    private UUID indicator(PlanState of, String code) {
        return sample.asAdmin(wiring -> wiring.get(Plans.class).plans(List.of(of.skpId()))).get(0).indicators()
                .filter(indicator -> indicator.code().equals(code)).findFirst().orElseThrow().indicatorId();
    }

    private ProgressView record(String code, String value, Long version) {
        return record(indicator(code), value, version);
    }

    private ProgressView record(UUID indicator, String value, Long version) {
        return nurse(wiring -> wiring.get(SaveProgress.class).forIndicator(indicator, null,
                new ProgressInput(new BigDecimal(value), "Rekap", null), version, null, Locale.ROOT));
    }

    private ProgressView judge(ProgressView entry, boolean accepted, String reason) {
        return head(wiring -> wiring.get(JudgeProgress.class)
                .judge(entry.progressEntryId(), accepted, reason, entry.version(), null));
    }

    private ProgressView attach(ProgressView entry, String text) {
        return nurse(wiring -> wiring.get(AttachEvidence.class).attach(entry.progressEntryId(), "rekap.txt",
                wiring.get(FileStore.class).receive(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), AttachEvidence.LARGEST)));
    }

    private void takeBack(UUID evidence) {
        nurse(wiring -> wiring.get(AttachEvidence.class).remove(evidence));
    }

    private OpenProgress.Opened opened(String code) {
        return opened(indicator(code));
    }

    private OpenProgress.Opened opened(UUID indicator) {
        return nurse(wiring -> wiring.get(OpenProgress.class).open(indicator, null));
    }

    private Map<UUID, Map<String, Reading>> values() {
        return sample.asAdmin(wiring -> wiring.get(IndicatorValues.class).latest(List.of(sample.nurse(), sample.unit()),
                wiring.get(Periods.class).current().periodId()));
    }

    @Test
    void letsThePersonsOwnValueCount() {
        ProgressView entry = judge(record(PERSONAL, "28", null), true, null);
        assertEquals("ACCEPTED", entry.status());
        Reading counted = values().get(sample.nurse()).get(PERSONAL);
        assertEquals(new BigDecimal("28"), counted.value());
        assertEquals("progress", counted.source());
        assertEquals(entry.progressEntryId(), counted.progressEntryId());
    }

    @Test
    void letsAValueCountForThePlanItWasRecordedFor() {
        PlanState acting = sample.signedForAnActingDuty();
        ProgressView first = judge(record(PERSONAL, "28", null), true, null);
        judge(record(indicator(acting, PERSONAL), "31", null), true, null);
        assertCounts("28", plan);
        assertCounts("31", acting);
        // What came from elsewhere is about the person, and newer than both.
        sample.asAdmin(wiring -> {
            wiring.get(IndicatorValues.class).record(new NewReading("PERSON", sample.nurse(), PERSONAL,
                    wiring.get(Periods.class).current().periodId(), new BigDecimal("35"), "import",
                    Slice.CLOCK.instant(), null, null, null, null, null, null));
            return null;
        });
        assertCounts("35", plan);
        assertCounts("35", acting);
        judge(record(PERSONAL, "27", first.version()), true, null);
        assertCounts("27", plan);
        assertCounts("35", acting);
        assertEquals(Map.of(), sample.as("tubei", null, Set.of(), wiring -> wiring.get(IndicatorValues.class)
                .ofPlans(List.of(sample.nurse()), wiring.get(Periods.class).current().periodId())).bySubject());
    }

    /** On the page of the indicator, on the page of the plan and for whoever reads values. */
    private void assertCounts(String value, PlanState of) {
        BigDecimal expected = new BigDecimal(value);
        assertEquals(expected, opened(indicator(of, PERSONAL)).reading().value());
        PlanSheet sheet = nurse(wiring -> wiring.get(ReadPlans.class).own()).plans().stream()
                .filter(plans -> plans.skpId().equals(of.skpId())).findFirst().orElseThrow();
        assertEquals(expected, sheet.results().stream().flatMap(result -> result.indicators().stream())
                .filter(line -> PERSONAL.equals(line.code())).findFirst().orElseThrow().latest().value());
        assertEquals(expected, sample.asAdmin(wiring -> wiring.get(IndicatorValues.class).ofPlans(
                List.of(sample.nurse()), wiring.get(Periods.class).current().periodId()))
                .of(sample.nurse(), of.skpId()).get(PERSONAL).value());
    }

    @Test
    void takesAContributionWithoutMakingItTheValueOfTheWhole() {
        ProgressView entry = judge(record(OF_SERVICE, "99", null), true, null);
        assertEquals("ACCEPTED", entry.status());
        assertEquals(Map.of(), values());
        assertFalse(opened(OF_SERVICE).indicator().belongsToPerson());
    }

    @Test
    void refusesOnlyWithAReasonAndTellsThePerson() {
        ProgressView entry = record(PERSONAL, "28", null);
        assertProblem(Problem.REASON_NEEDED, () -> judge(entry, false, null));
        assertProblem(Problem.REASON_NEEDED, () -> judge(entry, false, "   kurang   "));
        assertEquals("REFUSED", judge(entry, false, " " + REASON + " ").status());
        assertEquals(REASON, opened(PERSONAL).asked().reason());
        assertEquals(new BigDecimal("28"), opened(PERSONAL).asked().value().stripTrailingZeros());
        assertEquals(Map.of(), values());
    }

    @Test
    void keepsEveryDecision() {
        ProgressView refused = judge(record(PERSONAL, "28", null), false, REASON);
        assertProblem(Problem.MOVE_NOT_ALLOWED, () -> judge(refused, true, null));
        ProgressView again = record(PERSONAL, "27", refused.version());
        assertNull(opened(PERSONAL).asked());
        judge(again, true, null);
        List<JudgementView> kept = head(wiring -> wiring.get(ReadProgress.class).judgements(again.progressEntryId()));
        assertEquals(List.of(false, true), kept.stream().map(JudgementView::accepted).toList());
        assertEquals(REASON, kept.get(0).reason());
        assertEquals(kept, head(wiring -> wiring.get(ReadProgress.class).of(sample.nurse(), null)).lines().get(0).judged());
    }

    @Test
    void letsNobodyRewriteADecision() {
        judge(record(PERSONAL, "28", null), false, REASON);
        for (String change : List.of("update __T__.progress_judgement set accepted = true, reason = null",
                "delete from __T__.progress_judgement")) {
            assertThrows(PersistenceException.class, () -> head(wiring ->
                    wiring.get(EntityManager.class).createNativeQuery(change).executeUpdate()), change);
        }
    }

    @Test
    void keepsTheEvidenceAnAcceptanceRestsOn() {
        ProgressView entry = attach(record(PERSONAL, "28", null), "Oktober");
        UUID october = entry.evidence().get(0).evidenceId();
        ProgressView accepted = judge(entry, true, null);
        assertProblem(Problem.MOVE_NOT_ALLOWED, () -> takeBack(october));
        record(PERSONAL, "27", accepted.version());
        assertProblem(Problem.MOVE_NOT_ALLOWED, () -> takeBack(october));
        UUID november = attach(entry, "November").evidence().get(1).evidenceId();
        OpenProgress.Opened opened = opened(PERSONAL);
        assertEquals(List.of(false, true), opened.entry().evidence().stream().map(opened::mayRemove).toList());
        takeBack(november);
        assertEquals(List.of(october), opened(PERSONAL).entry().evidence().stream()
                .map(ProgressView.EvidenceView::evidenceId).toList());
    }

    @Test
    void givesEvidenceBackWhileNothingWasAccepted() {
        ProgressView entry = attach(record(PERSONAL, "28", null), "Oktober");
        judge(entry, false, REASON);
        takeBack(entry.evidence().get(0).evidenceId());
        assertEquals(List.of(), opened(PERSONAL).entry().evidence());
    }

    /** It may have been the wrong file: an old link shows it to nobody. */
    @Test
    void opensNoEvidenceThatWasTakenBack() throws IOException {
        UUID october = attach(record(PERSONAL, "28", null), "Oktober").evidence().get(0).evidenceId();
        try (InputStream file = head(wiring -> wiring.get(ReadEvidence.class).open(october)).content()) {
            assertEquals("Oktober", new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
        takeBack(october);
        assertProblem(Problem.NOT_FOUND, () -> head(wiring -> wiring.get(ReadEvidence.class).open(october)));
        assertProblem(Problem.NOT_FOUND, () -> nurse(wiring -> wiring.get(ReadEvidence.class).open(october)));
    }
}
