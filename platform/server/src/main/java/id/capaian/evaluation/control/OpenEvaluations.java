package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.OpeningView;
import id.capaian.evaluation.control.EvaluationSql.Opened;
import id.capaian.evaluation.control.EvaluationSql.Opening;
import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.LongWork;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.RaterLink;
import id.capaian.planning.Period;
import id.capaian.planning.PlanHead;
import id.capaian.planning.Plans;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes an evaluation for every plan in force in a period. Doing it again adds who is missing and mends raters. */
@LongWork
@TenantUseCase
public class OpenEvaluations {

    private final EvaluationSql evaluations;
    private final NamedPeriod named;
    private final Plans plans;
    private final PresentParties presentParties;
    private final Once once;
    private final Clock clock;

    OpenEvaluations() {
        this(null, null, null, null, null, null);
    }

    @Inject
    OpenEvaluations(EvaluationSql evaluations, NamedPeriod named, Plans plans, PresentParties presentParties,
            Once once, Clock clock) {
        this.evaluations = evaluations;
        this.named = named;
        this.plans = plans;
        this.presentParties = presentParties;
        this.once = once;
        this.clock = clock;
    }

    /**
     * Opens a period's evaluations.
     *
     * @param codeOrId the period
     * @throws ProblemException NOT_FOUND, PERIOD_NOT_OPEN once the period is closed
     */
    public OpeningView open(String codeOrId, String key) {
        Period period = named.period(codeOrId);
        return once.perform(key, new Asked("open-evaluations", period.periodId(), 0, null), OpeningView.class,
                () -> opened(named.held(period)));
    }

    private OpeningView opened(Period period) {
        String status = initialStatus(period);
        List<PlanHead> heads = plans.activeIn(period.periodId());
        Map<UUID, RaterLink> raters = presentParties.linksIn(period, heads);
        List<Opening> openings = heads.stream().map(head -> opening(head, raters.get(head.skpId()))).toList();
        Opened opened = evaluations.open(period.periodId(), status, openings);
        int withoutRater = (int) openings.stream().filter(opening -> opening.rater_id() == null).count();
        return new OpeningView(opened.made(), opened.changed(), openings.size() - opened.made() - opened.changed(),
                withoutRater);
    }

    private Opening opening(PlanHead head, RaterLink rater) {
        // Who would rate oneself, or decide on the own objection, does not: such a line is a mistake of the master data
        // and shows as missing.
        boolean usable = rater != null && !head.employeeId().equals(rater.raterId());
        boolean decides = usable && !head.employeeId().equals(rater.raterSuperiorId());
        return new Opening(Ids.next(clock.millis()), head.skpId(), head.employeeId(), head.orgUnitId(),
                usable ? rater.raterId() : null, decides ? rater.raterSuperiorId() : null);
    }

    private static String initialStatus(Period period) {
        return switch (period.status()) {
            case "PLANNED" -> "NOT_STARTED";
            case "OPEN", "GRACE" -> "SELF_FILLING";
            default -> throw new ProblemException(Problem.PERIOD_NOT_OPEN);
        };
    }
}
