package id.capaian.progress.control;

import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.IndicatorValues;
import id.capaian.planning.NewReading;
import id.capaian.planning.Plan;
import id.capaian.planning.PlanIndicator;
import id.capaian.planning.Plans;
import id.capaian.progress.ProgressView;
import id.capaian.progress.entity.Judgement;
import id.capaian.progress.entity.ProgressEntry;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.UUID;

/**
 * The rater accepts what a person recorded, or asks for something else and says what. The accepted value of an
 * indicator that is the person's own counts from then on (regions.md 2). What a person records for an indicator of a
 * team, unit or service is a contribution: it is accepted and shown, but the value of the whole comes from the owner of
 * its data, through import or interface, since one person's number is not everybody's.
 */
@TenantUseCase
public class JudgeProgress {

    private static final String SOURCE = "progress";

    private final ProgressRights rights;
    private final ProgressEntries entries;
    private final Plans plans;
    private final IndicatorValues values;
    private final Once once;
    private final Caller caller;
    private final Clock clock;

    JudgeProgress() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    JudgeProgress(ProgressRights rights, ProgressEntries entries, Plans plans, IndicatorValues values, Once once,
            Caller caller, Clock clock) {
        this.rights = rights;
        this.entries = entries;
        this.plans = plans;
        this.values = values;
        this.once = once;
        this.caller = caller;
        this.clock = clock;
    }

    /** What was asked for, as the idempotency key remembers it. */
    record Request(UUID entryId, boolean accepted, String reason, long version) {
    }

    /**
     * Judges one entry.
     *
     * @param reason  what is missing, at least ten characters; not looked at when accepted
     * @param version version the rater saw
     * @throws id.capaian.kernel.problem.ProblemException NOT_FOUND for who is not the rater, VERSION_STALE,
     *         REASON_NEEDED, MOVE_NOT_ALLOWED when it was judged already, has no value to accept or the person was
     *         rated, PERIOD_NOT_OPEN once the entry's period is over for the person's unit
     */
    public ProgressView judge(UUID entryId, boolean accepted, String reason, long version, String key) {
        return once.perform(key, new Request(entryId, accepted, reason, version), ProgressView.class,
                () -> judged(entries.get(entryId), accepted, reason, version));
    }

    private ProgressView judged(ProgressEntry entry, boolean accepted, String reason, long version) {
        Plan plan = rights.forJudgement(entry);
        entry.requireVersion(version);
        UUID id = Ids.next(clock.millis());
        if (accepted) {
            entries.add(Judgement.accepting(id, entry, caller.employeeId(), clock.instant()));
            record(entry, plan);
        } else {
            entries.add(Judgement.refusing(id, entry, reason, caller.employeeId(), clock.instant()));
        }
        entries.flush();
        return entry.view(entries.evidenceOf(entry));
    }

    private void record(ProgressEntry entry, Plan plan) {
        PlanIndicator indicator = plans.indicator(entry.individualIndicatorId()).orElseThrow();
        if (indicator.code() == null || !indicator.belongsToPerson()) {
            // A result written by hand is rated by hand: no formula reads it. For contributions see above.
            return;
        }
        values.record(new NewReading("PERSON", plan.employeeId(), indicator.code(), entry.periodId(), entry.value(),
                SOURCE,
                entry.savedAt(), null, null, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, entry.id()));
    }
}
