package id.capaian.progress.control;

import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.IndicatorValues;
import id.capaian.planning.NewReading;
import id.capaian.planning.Plan;
import id.capaian.planning.PlanIndicator;
import id.capaian.planning.Plans;
import id.capaian.progress.ProgressView;
import id.capaian.progress.entity.ProgressEntry;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.UUID;

/** The rater lets a recorded value count as an indicator value, or asks for something else (regions.md 2). */
@TenantUseCase
public class JudgeProgress {

    private static final String SOURCE = "progress";

    private final ProgressRights rights;
    private final ProgressEntries entries;
    private final Plans plans;
    private final IndicatorValues values;
    private final Once once;

    JudgeProgress() {
        this(null, null, null, null, null);
    }

    @Inject
    JudgeProgress(ProgressRights rights, ProgressEntries entries, Plans plans, IndicatorValues values, Once once) {
        this.rights = rights;
        this.entries = entries;
        this.plans = plans;
        this.values = values;
        this.once = once;
    }

    /** What was asked for, as the idempotency key remembers it. */
    record Request(UUID entryId, boolean accepted, long version) {
    }

    /**
     * Judges one entry.
     *
     * @param version version the rater saw
     * @throws id.capaian.kernel.problem.ProblemException NOT_FOUND for who is not the rater, VERSION_STALE,
     *         MOVE_NOT_ALLOWED when it was judged already or has no value to count
     */
    public ProgressView judge(UUID entryId, boolean accepted, long version, String key) {
        return once.perform(key, new Request(entryId, accepted, version), ProgressView.class,
                () -> judged(entries.get(entryId), accepted, version));
    }

    private ProgressView judged(ProgressEntry entry, boolean accepted, long version) {
        Plan plan = rights.asRater(entry);
        entry.requireVersion(version);
        if (accepted) {
            entry.accept();
            record(entry, plan);
        } else {
            entry.refuse();
        }
        entries.flush();
        return entry.view(entries.evidenceOf(entry));
    }

    private void record(ProgressEntry entry, Plan plan) {
        PlanIndicator indicator = plans.indicator(entry.individualIndicatorId()).orElseThrow();
        if (indicator.code() == null) {
            // A result written by hand is rated by hand: no formula reads it.
            return;
        }
        UUID subject = IndicatorValues.subjectOf(indicator.attribution(), plan.employeeId(), rights.unitOf(plan));
        values.record(new NewReading(subject.equals(plan.employeeId()) ? "PERSON" : "UNIT", subject, indicator.code(),
                entry.periodId(), entry.value(), SOURCE, entry.savedAt(), null, null,
                BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, entry.id()));
    }
}
