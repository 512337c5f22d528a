package id.capaian.progress.control;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.IndicatorAtWork;
import id.capaian.planning.IndicatorValues;
import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import id.capaian.planning.PlanIndicator;
import id.capaian.planning.Reading;
import id.capaian.plugin.api.Form;
import id.capaian.progress.JudgementView;
import id.capaian.progress.ProgressView;
import id.capaian.progress.entity.Judgement;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Everything the progress page of one own indicator shows. */
@TenantUseCase
public class OpenProgress {

    private final ProgressRights rights;
    private final ProgressEntries entries;
    private final ProgressForms forms;
    private final IndicatorValues values;
    private final Periods periods;

    OpenProgress() {
        this(null, null, null, null, null);
    }

    @Inject
    OpenProgress(ProgressRights rights, ProgressEntries entries, ProgressForms forms, IndicatorValues values,
            Periods periods) {
        this.rights = rights;
        this.entries = entries;
        this.forms = forms;
        this.values = values;
        this.periods = periods;
    }

    /**
     * The page's content.
     *
     * @param reading value that counts today, null when there is none
     * @param offered periods something may be recorded in today, latest first
     * @param entry   what was recorded in the period, null before the first time
     * @param judged  what the rater decided about it, oldest first
     * @param form    the pack's form, null when it has none or this server cannot say
     * @param known   whether this server can say what form the pack has; while it cannot, answers stay as they are
     * @param heldBy  why nothing can be recorded now: PLAN_NOT_ACTIVE, PERIOD_NOT_OPEN, or MOVE_NOT_ALLOWED once the
     *                period was handed in; null when it can
     */
    public record Opened(PlanIndicator indicator, Period period, List<Period> offered, Reading reading,
            ProgressView entry, List<JudgementView> judged, Form form, boolean known, Problem heldBy) {

        /** What the rater asked for, while the entry waits for the person; else null. */
        public JudgementView asked() {
            return entry != null && "REFUSED".equals(entry.status()) && !judged.isEmpty()
                    ? judged.get(judged.size() - 1) : null;
        }

        /** Whether a file may be taken back: not one that an acceptance rests on. */
        public boolean mayRemove(ProgressView.EvidenceView file) {
            Instant accepted = JudgementView.lastAcceptance(judged);
            return accepted == null || file.attachedAt().isAfter(accepted);
        }
    }

    /**
     * Refuses somebody else's indicator as not found.
     *
     * @param period code or id; null or empty for the period people work in now, or, when the plan is not in force in
     *               it, the latest it can be recorded in
     */
    public Opened open(UUID indicatorId, String period) {
        boolean named = period != null && !period.isBlank();
        IndicatorAtWork asked = rights.own(indicatorId, named ? periods.named(period).periodId() : null);
        List<Period> offered = rights.offered(asked);
        IndicatorAtWork own = named || offered.isEmpty() || offered.contains(asked.period()) ? asked
                : asked.in(offered.get(0));
        ProgressView entry = entries.ofIndicator(indicatorId, own.period().periodId())
                .map(found -> found.view(entries.evidenceOf(found))).orElse(null);
        List<JudgementView> judged = entry == null ? List.of()
                : entries.judgementsOf(List.of(entry.progressEntryId())).stream().map(Judgement::view).toList();
        return new Opened(own.indicator(), own.period(), offered, reading(own), entry, judged,
                forms.of(own).orElse(null), forms.isKnown(own), rights.heldBy(own).orElse(null));
    }

    /** Null also for an indicator written by hand, which no values are handed in for. */
    private Reading reading(IndicatorAtWork own) {
        if (own.indicator().code() == null) {
            return null;
        }
        UUID subject = IndicatorValues.subjectOf(
                own.indicator().attribution(), own.indicator().employeeId(), own.orgUnitId());
        return values.ofPlans(List.of(subject), own.period().periodId()).of(subject, own.indicator().skpId())
                .get(own.indicator().code());
    }
}
