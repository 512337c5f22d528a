package id.capaian.progress.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.files.FileStore;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.kernel.tenancy.Wiring;
import id.capaian.planning.IndicatorValues;
import id.capaian.planning.Periods;
import id.capaian.planning.Plan;
import id.capaian.planning.PlanIndicator;
import id.capaian.planning.Plans;
import id.capaian.planning.control.PlanState;
import id.capaian.planning.control.Sample;
import id.capaian.progress.Progress;
import id.capaian.progress.ProgressView;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A revision is a new version of the content; what was recorded stays (domain.md 4). */
class RevisedPlanTest {

    private static final String CODE = "SMD.RSP";

    private final Sample sample = Sample.aNurseAndTheHeadWhoRatesHer();

    @TempDir
    private Path files;
    private PlanState plan;
    private UUID indicator;
    private ProgressView accepted;

    @BeforeEach
    void acceptedProgressWithEvidence() {
        plan = sample.signed();
        indicator = indicator().indicatorId();
        ProgressView saved = save("28", null);
        nurse(wiring -> wiring.get(AttachEvidence.class).attach(saved.progressEntryId(), "rekap.txt",
                wiring.get(FileStore.class).receive(
                        new ByteArrayInputStream("rekap".getBytes(StandardCharsets.UTF_8)), AttachEvidence.LARGEST)));
        accepted = head(wiring -> wiring.get(JudgeProgress.class)
                .judge(saved.progressEntryId(), true, null, saved.version(), null));
    }

    private <T> T nurse(Function<Wiring, T> act) {
        return sample.asNurse(wiring -> act.apply(wiring.with(files.toString()).with(Slice.NO_CONTAINER)));
    }

    private <T> T head(Function<Wiring, T> act) {
        return sample.asHead(wiring -> act.apply(wiring.with(files.toString()).with(Slice.NO_CONTAINER)));
    }

    private ProgressView save(String value, Long version) {
        return nurse(wiring -> wiring.get(SaveProgress.class).forIndicator(indicator, null,
                new ProgressInput(new BigDecimal(value), "Rekap", null), version, null, Locale.ROOT));
    }

    private PlanIndicator indicator() {
        Plan inForce = sample.asAdmin(wiring -> wiring.get(Plans.class).plans(List.of(plan.skpId()))).get(0);
        return inForce.indicators().filter(one -> one.code().equals(CODE)).findFirst().orElseThrow();
    }

    private OpenProgress.Opened opened() {
        return nurse(wiring -> wiring.get(OpenProgress.class).open(indicator, null));
    }

    private Set<UUID> evidenced() {
        return sample.asAdmin(wiring -> wiring.get(Progress.class)
                .evidenced(List.of(plan.skpId()), wiring.get(Periods.class).current().periodId()));
    }

    @Test
    void keepsWhatWasRecordedForBoth() {
        sample.revised(plan, CODE, "20");
        assertEquals(2, sample.asAdmin(wiring -> wiring.get(Plans.class).plans(List.of(plan.skpId()))).get(0)
                .versionNo());
        assertEquals(new BigDecimal("20"), indicator().target());
        assertEquals(indicator, indicator().indicatorId());
        assertEquals(new BigDecimal("20"), opened().indicator().target());
        assertEquals(accepted.progressEntryId(), opened().entry().progressEntryId());
        assertEquals("rekap.txt", opened().entry().evidence().get(0).fileName());
        ReadProgress.Line line = head(wiring -> wiring.get(ReadProgress.class).of(sample.nurse(), null)).lines()
                .stream()
                .filter(one -> one.indicator().code().equals(CODE)).findFirst().orElseThrow();
        assertEquals("ACCEPTED", line.entry().status());
        assertEquals(1, line.judged().size());
        assertEquals(Set.of(indicator), evidenced());
    }

    @Test
    void goesOnWithTheSameEntry() {
        sample.revised(plan, CODE, "20");
        ProgressView saved = save("19", accepted.version());
        assertEquals(accepted.progressEntryId(), saved.progressEntryId());
        head(wiring -> wiring.get(JudgeProgress.class).judge(saved.progressEntryId(), true, null, saved.version(),
                null));
        assertEquals(new BigDecimal("19"), sample.asAdmin(wiring -> wiring.get(IndicatorValues.class)
                .latest(List.of(sample.nurse()), wiring.get(Periods.class).current().periodId()))
                .getOrDefault(sample.nurse(), Map.of()).get(CODE).value());
    }

    @Test
    void isStillRecordedAndJudgedAfterThePostEndedWithinThePeriod() {
        sample.endPlanOn(LocalDate.of(2026, 10, 31));
        ProgressView saved = save("25", accepted.version());
        ReadProgress.Reviewed reviewed = head(wiring -> wiring.get(ReadProgress.class).of(sample.nurse(), null));
        assertEquals(saved.progressEntryId(), reviewed.lines().stream().filter(one -> one.entry() != null).findFirst()
                .orElseThrow().entry().progressEntryId());
        assertEquals("ACCEPTED", head(wiring -> wiring.get(JudgeProgress.class)
                .judge(saved.progressEntryId(), true, null, saved.version(), null)).status());
    }

    @Test
    void keepsItThroughSeveralRevisionsAndSavedDrafts() {
        sample.revised(sample.revised(plan, CODE, "20"), CODE, "18");
        assertEquals(new BigDecimal("18"), indicator().target());
        assertEquals(indicator, indicator().indicatorId());
        assertTrue(opened().entry().evidence().size() == 1);
    }
}
