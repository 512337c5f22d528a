package id.capaian.progress.control;

import static id.capaian.planning.control.Sample.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.files.FileStore;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.Wiring;
import id.capaian.planning.IndicatorValues;
import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import id.capaian.planning.Plans;
import id.capaian.planning.control.ExtendPeriod;
import id.capaian.planning.control.ExtendPeriod.ExtensionInput;
import id.capaian.planning.control.PlanState;
import id.capaian.planning.control.Sample;
import id.capaian.progress.ProgressChanging;
import id.capaian.progress.ProgressJudging;
import id.capaian.progress.ProgressView;
import jakarta.enterprise.event.Event;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Progress around the turn of a period: one in grace takes entries beside the one people work in. */
class ProgressPeriodsTest {

    private static final int DAYS_TO_2_JANUARY = 39;

    private final Sample sample = Sample.aNurseAndTheHeadWhoRatesHer();
    private final Period late =
            sample.period("QUARTERLY", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30), "GRACE");

    @TempDir
    private Path files;
    private UUID indicator;

    @BeforeEach
    void aPlanInForce() {
        PlanState plan = sample.signed();
        indicator = sample.asAdmin(wiring -> wiring.get(Plans.class).plans(List.of(plan.skpId()))).get(0).indicators()
                .filter(one -> one.code().equals("SMD.RSP")).findFirst().orElseThrow().indicatorId();
    }

    private <T> T nurse(Function<Wiring, T> act) {
        return sample.asNurse(wiring -> act.apply(wiring.with(files.toString()).with(Slice.NO_CONTAINER)));
    }

    private <T> T head(Function<Wiring, T> act) {
        return sample.asHead(wiring -> act.apply(wiring.with(files.toString()).with(Slice.NO_CONTAINER)));
    }

    private ProgressView record(String period) {
        return nurse(wiring -> wiring.get(SaveProgress.class).forIndicator(indicator, period,
                new ProgressInput(new BigDecimal("28"), "Rekap", null), null, null, Locale.ROOT));
    }

    private OpenProgress.Opened opened(String period) {
        return nurse(wiring -> wiring.get(OpenProgress.class).open(indicator, period));
    }

    private ReadProgress.Reviewed reviewed(String period) {
        return head(wiring -> wiring.get(ReadProgress.class).of(sample.nurse(), period));
    }

    private ProgressView judged(ProgressView entry) {
        return head(wiring -> wiring.get(JudgeProgress.class).judge(entry.progressEntryId(), true, null,
                entry.version(), null));
    }

    private void closes() {
        sample.close(late);
    }

    @Test
    void recordsInThePeriodNamedAndInNoOther() {
        sample.after(DAYS_TO_2_JANUARY);
        ProgressView entry = record(late.code());
        assertEquals(entry.progressEntryId(), opened(late.code()).entry().progressEntryId());
        assertEquals(entry.progressEntryId(), opened(late.periodId().toString()).entry().progressEntryId());
        assertNull(opened(null).entry());
        assertEquals(late, opened(late.code()).period());
    }

    @Test
    void changesAnEntryAndItsEvidenceInItsOwnPeriod() {
        ProgressView entry = record(late.code());
        ProgressView changed = nurse(wiring -> wiring.get(SaveProgress.class).forEntry(entry.progressEntryId(),
                new ProgressInput(new BigDecimal("27"), null, null), entry.version(), null, Locale.ROOT));
        assertEquals(new BigDecimal("27"), changed.value());
        ProgressView evidenced = nurse(wiring -> wiring.get(AttachEvidence.class).attach(entry.progressEntryId(),
                "rekap.txt", wiring.get(FileStore.class).receive(
                        new ByteArrayInputStream("September".getBytes(StandardCharsets.UTF_8)),
                        AttachEvidence.LARGEST)));
        assertEquals(1, evidenced.evidence().size());
        UUID file = evidenced.evidence().get(0).evidenceId();
        assertEquals(List.of(), nurse(wiring -> wiring.get(AttachEvidence.class).remove(file)).evidence());
    }

    @Test
    void theRaterReadsAndAcceptsInThatPeriodEvenAYearOn() {
        ProgressView entry = record(late.code());
        sample.after(DAYS_TO_2_JANUARY);
        assertTrue(reviewed(late.code()).lines().stream().map(ReadProgress.Line::entry).filter(Objects::nonNull)
                .anyMatch(read -> read.progressEntryId().equals(entry.progressEntryId())));
        assertTrue(reviewed(late.code()).open());
        judged(entry);
        var values = sample.asAdmin(wiring -> wiring.get(IndicatorValues.class).latest(List.of(sample.nurse()),
                late.periodId()));
        assertEquals(new BigDecimal("28"), values.get(sample.nurse()).get("SMD.RSP").value());
    }

    @Test
    void theRaterIsShownWhatWaitsInAnExtendedPeriod() {
        record(late.code());
        closes();
        assertFalse(waitsInTheLatePeriod());
        sample.asAdmin(wiring -> wiring.get(ExtendPeriod.class).extend(late.periodId(), sample.unitAbove(), null,
                new ExtensionInput(LocalDate.of(2026, 12, 5), "Banjir di kecamatan"), null));
        assertTrue(waitsInTheLatePeriod());
        sample.after(20);
        assertFalse(waitsInTheLatePeriod());
    }

    private boolean waitsInTheLatePeriod() {
        return head(wiring -> wiring.get(ListReviews.class).mine()).stream().anyMatch(review ->
                review.periodId().equals(late.periodId()) && review.employeeId().equals(sample.nurse())
                        && review.waiting() == 1);
    }

    @Test
    void offersEveryPeriodThatTakesEntries() {
        Period year = sample.period("ANNUAL", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), "OPEN");
        Period planned = sample.period("QUARTERLY", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 31), "PLANNED");
        Period another = sample.period("QUARTERLY", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 3, 31), "GRACE");
        List<Period> offered = opened(null).offered();
        assertTrue(offered.containsAll(List.of(year, late, opened(null).period())));
        assertFalse(offered.contains(planned), "it has not begun");
        assertFalse(offered.contains(another), "the plan was not in force then");
        assertTrue(reviewed(null).offered().containsAll(List.of(year, late)));
    }

    @Test
    void saysBeforehandWhyNothingCanBeRecorded() {
        Period next = sample.period("QUARTERLY", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 31), "GRACE");
        assertNull(opened(late.code()).heldBy());
        assertEquals(Problem.PLAN_NOT_ACTIVE, opened(next.code()).heldBy());
        assertProblem(Problem.PLAN_NOT_ACTIVE, () -> record(next.code()));
        ProgressView entry = record(late.code());
        assertEquals(Problem.MOVE_NOT_ALLOWED, nurse(wiring -> wiring.with(holding(ProgressChanging.class))
                .get(OpenProgress.class).open(indicator, late.code())).heldBy());
        closes();
        assertEquals(Problem.PERIOD_NOT_OPEN, opened(late.code()).heldBy());
        assertFalse(reviewed(late.code()).open());
        assertProblem(Problem.PERIOD_NOT_OPEN, () -> judged(entry));
        assertProblem(Problem.NOT_FOUND, () -> record("1999-Q1"));
    }

    @Test
    void opensThePeriodThePlanIsInForceInWhenItIsOverInTheCurrentOne() {
        sample.endPlanOn(LocalDate.of(2026, 9, 30));
        assertEquals(late, opened(null).period());
        assertNull(opened(null).heldBy());
        UUID current = sample.asAdmin(wiring -> wiring.get(Periods.class).current().periodId());
        assertEquals(Problem.PLAN_NOT_ACTIVE, opened(current.toString()).heldBy());
    }

    @Test
    void theRaterDecidesNothingOnceTheRatingsWereGiven() {
        ProgressView entry = record(late.code());
        assertFalse(reviewed(late.code()).lines().get(0).settled());
        assertProblem(Problem.MOVE_NOT_ALLOWED, () -> head(wiring -> wiring.with(holding(ProgressJudging.class))
                .get(JudgeProgress.class).judge(entry.progressEntryId(), true, null, entry.version(), null)));
        ReadProgress.Reviewed held = head(wiring -> wiring.with(holding(ProgressJudging.class)).get(ReadProgress.class)
                .of(sample.nurse(), late.code()));
        assertTrue(held.lines().stream().allMatch(ReadProgress.Line::settled), "no page offers it");
        assertNull(opened(late.code()).reading());
        assertEquals("SAVED", opened(late.code()).entry().status());
        assertEquals("ACCEPTED", judged(entry).status(), "what the person may not change may well be judged");
    }

    /** Evaluation listening after the period was handed in, or rated. */
    private static Object holding(Class<?> announced) {
        return Proxy.newProxyInstance(Event.class.getClassLoader(), new Class<?>[] {Event.class},
                (proxy, method, arguments) -> {
                    if (announced.isInstance(arguments[0])) {
                        throw new ProblemException(Problem.MOVE_NOT_ALLOWED);
                    }
                    return null;
                });
    }
}
