package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.RaterScoreView;
import id.capaian.evaluation.entity.RaterScore;
import id.capaian.kernel.audit.AccessLog;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.Employees;
import id.capaian.people.Person;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Figures about raters, for the rater, the rater's superior and calibrators; for nobody else, whatever the role. */
@TenantUseCase
public class ReadRaterScores {

    private final RaterSql raters;
    private final Explanations explanations;
    private final Standing standing;
    private final NamedPeriod named;
    private final Employees employees;
    private final AccessLog accessLog;
    private final Caller caller;

    ReadRaterScores() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    ReadRaterScores(RaterSql raters, Explanations explanations, Standing standing, NamedPeriod named,
            Employees employees, AccessLog accessLog, Caller caller) {
        this.raters = raters;
        this.explanations = explanations;
        this.standing = standing;
        this.named = named;
        this.employees = employees;
        this.accessLog = accessLog;
        this.caller = caller;
    }

    /**
     * The newest figure of each rater the caller may see, the own one first. Looking at somebody else's is noted.
     *
     * @param codeOrId the period; null or empty for the one people work in now
     */
    public List<RaterScoreView> in(String codeOrId) {
        UUID me = caller.employeeId();
        List<RaterScore> visible = raters.visibleTo(me, standing.unitsUnderTheCaller(),
                named.period(codeOrId).periodId());
        Map<UUID, Person> people = employees.byId(visible.stream().map(RaterScore::raterId).toList());
        visible.forEach(score -> accessLog.read(score.raterId(), "evaluation.purpose.rater-score"));
        return visible.stream().map(score -> view(score, people.get(score.raterId()).displayName(),
                score.raterId().equals(me))).sorted(Comparator.comparing(RaterScoreView::own).reversed()
                        .thenComparing(RaterScoreView::raterName)).toList();
    }

    private RaterScoreView view(RaterScore score, String name, boolean own) {
        return new RaterScoreView(score.id(), score.raterId(), name, own, score.outcome().name(), score.indexScore(),
                score.reasonCode(), score.calibration(), explanations.of(score.outcome(), score.explanation()),
                explanations.inputs(score.input()), score.frozen().packId(), score.frozen().packVersion(),
                score.frozen().packSha256(), score.frozen().formulaId(), score.inputSha256(), score.madeAt());
    }
}
