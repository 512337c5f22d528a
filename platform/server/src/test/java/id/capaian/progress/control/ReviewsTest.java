package id.capaian.progress.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.kernel.tenancy.Wiring;
import id.capaian.planning.Period;
import id.capaian.planning.Plans;
import id.capaian.planning.control.PlanState;
import id.capaian.planning.control.Sample;
import id.capaian.progress.ProgressView;
import id.capaian.progress.Review;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leads a rater to progress that waits, around the turn of a period. */
class ReviewsTest {

    private final Sample sample = Sample.aNurseAndTheHeadWhoRatesHer();
    private final Period late =
            sample.period("QUARTERLY", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30), "GRACE");

    @TempDir
    private Path files;
    private List<UUID> indicators;

    @BeforeEach
    void aPlanInForce() {
        PlanState plan = sample.signed();
        indicators = sample.asAdmin(wiring -> wiring.get(Plans.class).plans(List.of(plan.skpId()))).get(0).indicators()
                .map(indicator -> indicator.indicatorId()).toList();
    }

    @Test
    void countsWhatWaitsUntilItIsJudged() {
        assertEquals(0, waiting());
        ProgressView entry = record(indicators.get(0), new BigDecimal("28"));
        // Only words: there is no value to accept.
        record(indicators.get(1), null);
        assertEquals(1, waiting());
        head(wiring -> wiring.get(JudgeProgress.class).judge(entry.progressEntryId(), true, null, entry.version(),
                null));
        assertEquals(0, waiting());
    }

    @Test
    void namesNobodyTheCallerDoesNotRateAndNoPeriodThatIsClosed() {
        record(indicators.get(0), new BigDecimal("28"));
        assertEquals(List.of(sample.nurse()), reviews(this::head).stream().map(Review::employeeId).toList());
        assertEquals(List.of(), reviews(this::nurse));
        sample.close(late);
        assertEquals(List.of(), reviews(this::head));
    }

    @Test
    void aPlanThatEndedWithinThePeriodWaitsForItsLastRater() {
        ProgressView entry = record(indicators.get(0), new BigDecimal("28"));
        LocalDate lastDay = LocalDate.of(2026, 8, 15);
        sample.endPlanOn(lastDay);
        sample.endRaterLine(lastDay);
        assertEquals(1, waiting());
        assertEquals(List.of(), reviews(act -> sample.as("tubei", sample.nurse(), Set.of(Roles.RATER), act)));
        head(wiring -> wiring.get(JudgeProgress.class).judge(entry.progressEntryId(), true, null, entry.version(),
                null));
        assertEquals(0, waiting());
        sample.endRaterLine(lastDay.minusDays(1));
        assertEquals(List.of(), reviews(this::head), "somebody else rated on the last day");
        sample.endRaterLine(lastDay);
        sample.endPlanOn(LocalDate.of(2026, 6, 30));
        assertEquals(List.of(), reviews(this::head), "it was over before the period");
    }

    private int waiting() {
        return reviews(this::head).get(0).waiting();
    }

    private List<Review> reviews(Function<Function<Wiring, List<Review>>, List<Review>> who) {
        return who.apply(wiring -> wiring.get(ListReviews.class).mine()).stream()
                .filter(review -> review.periodId().equals(late.periodId())).toList();
    }

    private ProgressView record(UUID indicator, BigDecimal value) {
        return nurse(wiring -> wiring.get(SaveProgress.class).forIndicator(indicator, late.code(),
                new ProgressInput(value, "Rekap", null), null, null, Locale.ROOT));
    }

    private <T> T nurse(Function<Wiring, T> act) {
        return sample.asNurse(wiring -> act.apply(wiring.with(files.toString()).with(Slice.NO_CONTAINER)));
    }

    private <T> T head(Function<Wiring, T> act) {
        return sample.asHead(wiring -> act.apply(wiring.with(files.toString()).with(Slice.NO_CONTAINER)));
    }
}
