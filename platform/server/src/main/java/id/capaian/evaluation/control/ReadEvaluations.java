package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.ConductView;
import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.OwnRow;
import id.capaian.evaluation.boundary.OwnView;
import id.capaian.evaluation.boundary.ProgressRow;
import id.capaian.evaluation.boundary.TeamRow;
import id.capaian.evaluation.boundary.TeamView;
import id.capaian.evaluation.entity.Evaluation;
import id.capaian.evaluation.entity.EvaluationStatus;
import id.capaian.evaluation.entity.Predicate;
import id.capaian.kernel.audit.AccessLog;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import id.capaian.planning.Plan;
import id.capaian.planning.PlanIndicator;
import id.capaian.progress.Progress;
import id.capaian.progress.ProgressView;
import id.capaian.progress.Review;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What people read: one evaluation, the own ones, a rater's list. */
@TenantUseCase
public class ReadEvaluations {

    private final EntityManager entityManager;
    private final Dossiers dossiers;
    private final Viewing viewing;
    private final Terms terms;
    private final EvaluationSql evaluations;
    private final TeamRows rows;
    private final EvaluationSettings settings;
    private final Periods periods;
    private final NamedPeriod named;
    private final JudgedPlans judgedPlans;
    private final Progress progress;
    private final AccessLog accessLog;
    private final Caller caller;

    ReadEvaluations() {
        this(null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    ReadEvaluations(EntityManager entityManager, Dossiers dossiers, Viewing viewing, Terms terms,
            EvaluationSql evaluations, TeamRows rows, EvaluationSettings settings, Periods periods, NamedPeriod named,
            JudgedPlans judgedPlans, Progress progress, AccessLog accessLog, Caller caller) {
        this.entityManager = entityManager;
        this.dossiers = dossiers;
        this.viewing = viewing;
        this.terms = terms;
        this.evaluations = evaluations;
        this.rows = rows;
        this.settings = settings;
        this.periods = periods;
        this.named = named;
        this.judgedPlans = judgedPlans;
        this.progress = progress;
        this.accessLog = accessLog;
        this.caller = caller;
    }

    /**
     * One evaluation, as the caller may see it; reading somebody else's is noted.
     *
     * @throws id.capaian.kernel.problem.ProblemException NOT_FOUND, FORBIDDEN
     */
    public EvaluationView read(UUID evaluationId) {
        return read(evaluationId, "evaluation.purpose.read");
    }

    /** The same, to open a document about it. */
    public EvaluationView readForDocument(UUID evaluationId) {
        return read(evaluationId, "evaluation.purpose.document");
    }

    private EvaluationView read(UUID evaluationId, String purpose) {
        terms.sweep();
        EvaluationView view = viewing.view(dossiers.find(evaluationId));
        accessLog.read(view.employeeId(), purpose);
        return view;
    }

    /** The caller's own evaluations. */
    public OwnView own() {
        terms.sweep();
        List<Evaluation> own = entityManager.createQuery("select e from Evaluation e where e.parties.employeeId = :me",
                Evaluation.class).setParameter("me", caller.employeeId()).getResultList();
        Map<UUID, Period> byId = periods.all().stream().collect(Collectors.toMap(Period::periodId,
                Function.identity()));
        Map<UUID, String> unitNames = rows.unitNames(own.stream().map(Evaluation::unitId).toList());
        return new OwnView(own.stream()
                .sorted(Comparator.comparing((Evaluation e) -> byId.get(e.periodId()).startsOn()).reversed())
                .map(e -> ownRow(e, byId.get(e.periodId()), unitNames)).toList());
    }

    /**
     * A period by code or id, as addresses name it.
     *
     * @param codeOrId null or empty for the period people work in now
     * @throws id.capaian.kernel.problem.ProblemException NOT_FOUND
     */
    public Period period(String codeOrId) {
        return named.period(codeOrId);
    }

    /** All periods, latest first. */
    public List<Period> periods() {
        return periods.all();
    }

    /**
     * How many people of a period wait for ratings while nobody is set to give them: a line is missing that the
     * personnel agency mends. For everybody else 0.
     *
     * @param codeOrId the period; null or empty for the one people work in now
     */
    public long withoutRater(String codeOrId) {
        return !caller.has(Roles.REGION_HR_ADMIN) ? 0 : entityManager.createQuery("""
                select count(distinct e.parties.employeeId) from Evaluation e
                where e.periodId = :period and e.parties.raterId is null and e.status in :unrated""", Long.class)
                .setParameter("period", named.period(codeOrId).periodId())
                .setParameter("unrated", PresentParties.UNRATED).getSingleResult();
    }

    /**
     * The caller's people in a period.
     *
     * @param codeOrId the period; null or empty for the one people work in now
     */
    public TeamView team(String codeOrId) {
        terms.sweep();
        Period period = named.period(codeOrId);
        List<Evaluation> team = entityManager.createQuery("""
                select e from Evaluation e where e.parties.raterId = :me and e.periodId = :period""", Evaluation.class)
                .setParameter("me", caller.employeeId()).setParameter("period", period.periodId()).getResultList();
        return new TeamView(period.periodId(), period.code(), period.name(), rows.of(team));
    }

    /** Evaluations under objection that the caller decides, whether explained yet or not. */
    public List<TeamRow> objections() {
        terms.sweep();
        return rows.of(entityManager.createQuery("""
                select e from Evaluation e where e.parties.raterSuperiorId = :me
                and e.status in :open""", Evaluation.class)
                .setParameter("me", caller.employeeId())
                .setParameter("open", List.of(EvaluationStatus.OBJECTED, EvaluationStatus.EXPLAINED)).getResultList());
    }

    /** What the person recorded in the period, indicator by indicator. */
    public List<ProgressRow> progress(UUID evaluationId) {
        Evaluation evaluation = dossiers.find(evaluationId);
        viewing.requireReader(evaluation);
        Map<UUID, ProgressView> byIndicator = progress.entries(evaluation.planId(), evaluation.periodId()).stream()
                .collect(Collectors.toMap(ProgressView::individualIndicatorId, Function.identity()));
        return judgedPlans.of(List.of(evaluation)).stream().flatMap(Plan::indicators)
                .map(indicator -> progressRow(indicator, byIndicator.get(indicator.indicatorId()))).toList();
    }

    /** Whose progress of a period the caller judges now, by employee; empty when the period takes none. */
    public Map<UUID, Review> reviews(UUID periodId) {
        return progress.reviews().stream().filter(review -> review.periodId().equals(periodId))
                .collect(Collectors.toMap(Review::employeeId, Function.identity()));
    }

    private static ProgressRow progressRow(PlanIndicator indicator, ProgressView entry) {
        if (entry == null) {
            return new ProgressRow(indicator.indicatorId(), indicator.name(), indicator.target(),
                    indicator.unitOfMeasure(), null, null, null, List.of());
        }
        return new ProgressRow(indicator.indicatorId(), indicator.name(), indicator.target(), indicator.unitOfMeasure(),
                entry.value(), entry.status(), entry.note(), entry.evidence().stream()
                        .map(file -> new ProgressRow.File(file.evidenceId(), file.fileName())).toList());
    }

    /** The seven values of conduct with their points, as printed on every form. */
    public List<ConductView> conduct() {
        return evaluations.conduct(settings.today()).stream().map(row -> new ConductView(
                ((Number) row[0]).intValue(), (String) row[1], (String) row[2],
                row[3] == null ? List.of() : List.of(((String) row[3]).split("\n")))).toList();
    }

    private static OwnRow ownRow(Evaluation e, Period period, Map<UUID, String> unitNames) {
        Predicate known = e.status().isKnownToThePerson() ? e.predicate() : null;
        return new OwnRow(e.id(), e.planId(), e.periodId(), period.code(), period.name(), unitNames.get(e.unitId()),
                e.status().name(), name(known), e.answerDueAt(), e.version());
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
