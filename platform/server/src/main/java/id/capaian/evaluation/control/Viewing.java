package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.EvaluationView.Act;
import id.capaian.evaluation.boundary.FinalResultView;
import id.capaian.evaluation.boundary.FixedView;
import id.capaian.evaluation.boundary.ObjectionView;
import id.capaian.evaluation.boundary.ProposalView;
import id.capaian.evaluation.boundary.SuggestionView;
import id.capaian.evaluation.control.Standing.Capacity;
import id.capaian.evaluation.entity.Evaluation;
import id.capaian.evaluation.entity.EvaluationRun;
import id.capaian.evaluation.entity.EvaluationStatus;
import id.capaian.evaluation.entity.FinalResult;
import id.capaian.evaluation.entity.Mover;
import id.capaian.evaluation.entity.Fixer;
import id.capaian.evaluation.entity.Objection;
import id.capaian.evaluation.entity.OrganisationPredicate;
import id.capaian.evaluation.entity.Proposal;
import id.capaian.evaluation.entity.Suggestion;
import id.capaian.people.Employees;
import id.capaian.people.Person;
import id.capaian.people.Placement;
import id.capaian.people.Unit;
import id.capaian.people.Units;
import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import id.capaian.planning.Plans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes of an evaluation what the caller may see of it. */
@ApplicationScoped
class Viewing {

    private final EntityManager entityManager;
    private final Dossiers dossiers;
    private final Proposals proposals;
    private final Explanations explanations;
    private final Submissions submissions;
    private final Standing standing;
    private final EvaluationSettings settings;
    private final Employees employees;
    private final Units units;
    private final Periods periods;
    private final Plans plans;
    private final Clock clock;

    Viewing() {
        this(null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    Viewing(EntityManager entityManager, Dossiers dossiers, Proposals proposals,
            Explanations explanations, Submissions submissions, Standing standing, EvaluationSettings settings,
            Employees employees, Units units,
            Periods periods, Plans plans, Clock clock) {
        this.entityManager = entityManager;
        this.dossiers = dossiers;
        this.proposals = proposals;
        this.explanations = explanations;
        this.submissions = submissions;
        this.standing = standing;
        this.settings = settings;
        this.employees = employees;
        this.units = units;
        this.periods = periods;
        this.plans = plans;
        this.clock = clock;
    }

    /** @throws id.capaian.kernel.problem.ProblemException FORBIDDEN when the caller has no standing towards it */
    EvaluationView view(Evaluation evaluation) {
        Set<Capacity> capacities = standing.towards(evaluation);
        boolean mayKnow = !capacities.contains(Capacity.PERSON) || evaluation.status().isKnownToThePerson();
        Set<Act> may = acts(evaluation, capacities);
        Map<UUID, Person> people = people(evaluation);
        Optional<Unit> unit = units.find(evaluation.unitId());
        Optional<Period> period = periods.find(evaluation.periodId());
        Optional<OrganisationPredicate> organisation = dossiers.organisation(evaluation.periodId(),
                evaluation.unitId());
        return new EvaluationView(evaluation.id(), evaluation.planId(), evaluation.periodId(),
                period.map(Period::code).orElse(null), period.map(Period::name).orElse(null),
                evaluation.employeeId(), nameOf(people, evaluation.employeeId()), positionName(evaluation),
                evaluation.unitId(), unit.map(Unit::name).orElse(null),
                nameOf(people, evaluation.raterId()), nameOf(people, evaluation.raterSuperiorId()),
                evaluation.partiesOrder(), evaluation.status().name(),
                organisation.filter(OrganisationPredicate::isFixed).map(fixed ->
                        fixed.achievement().name()).orElse(null),
                isToBeRatedAnew(evaluation),
                mayKnow ? MarkViews.of(evaluation) : List.of(),
                mayKnow ? suggestion(evaluation) : null,
                may.contains(Act.RATE) || may.contains(Act.CALIBRATE) ? proposal(evaluation) : null,
                mayKnow ? name(evaluation.resultRating()) : null, mayKnow ? name(evaluation.behaviourRating()) : null,
                mayKnow && evaluation.status().isRated() ? name(evaluation.predicate()) : null,
                mayKnow ? fixed(evaluation, evaluation.resultFixer(), people) : null,
                mayKnow ? fixed(evaluation, evaluation.behaviourFixer(), people) : null,
                mayKnow ? evaluation.resultReason() : null,
                mayKnow ? evaluation.behaviourReason() : null, noteFor(evaluation, mayKnow),
                evaluation.submittedAt(), mayKnow ? evaluation.ratedAt() : null, evaluation.deliveredAt(),
                evaluation.answerDueAt(), evaluation.acknowledgedAt(), evaluation.finalAt(),
                dossiers.objection(evaluation.id()).map(this::objection).orElse(null),
                dossiers.finals(evaluation.id()).stream().map(Viewing::finalResult).toList(),
                evaluation.reopenOrder(), may.contains(Act.SUBMIT) ? submissions.of(evaluation) : null,
                evaluation.isWithoutSubmission(), evaluation.exclusionReason(), may, evaluation.version());
    }

    /** @throws id.capaian.kernel.problem.ProblemException FORBIDDEN for who has no standing towards it */
    void requireReader(Evaluation evaluation) {
        standing.towards(evaluation);
    }

    private boolean isToBeRatedAnew(Evaluation evaluation) {
        return evaluation.status() == EvaluationStatus.UNDER_REVIEW && evaluation.resultRating() != null
                && contradicts(evaluation);
    }

    /** The rating of results that stands there contradicts what the unit achieved. */
    private boolean contradicts(Evaluation evaluation) {
        return proposals.bound(evaluation).forbids(evaluation.resultRating());
    }

    private Map<UUID, Person> people(Evaluation evaluation) {
        return employees.byId(Stream.of(evaluation.employeeId(), evaluation.raterId(), evaluation.raterSuperiorId(),
                evaluation.resultFixer().employeeId(), evaluation.behaviourFixer().employeeId())
                .filter(Objects::nonNull).distinct().toList());
    }

    private static FixedView fixed(Evaluation evaluation, Fixer fixer, Map<UUID, Person> people) {
        if (evaluation.predicate() == null) {
            return null;
        }
        UUID who = fixer.employeeId() == null ? evaluation.raterId() : fixer.employeeId();
        return new FixedView(fixer.as().name(), nameOf(people, who));
    }

    private static String nameOf(Map<UUID, Person> people, UUID employeeId) {
        return employeeId == null || !people.containsKey(employeeId) ? null : people.get(employeeId).displayName();
    }

    private String positionName(Evaluation evaluation) {
        Collection<UUID> posts = plans.assignments(List.of(evaluation.planId())).values();
        return employees.placements(posts).values().stream().map(Placement::positionName).findFirst().orElse(null);
    }

    private static String noteFor(Evaluation evaluation, boolean mayKnow) {
        // What is missing must be readable by the person before anything else is.
        boolean returned = evaluation.status() == EvaluationStatus.RETURNED_FOR_EVIDENCE
                || evaluation.status() == EvaluationStatus.SELF_FILLING;
        return mayKnow || returned ? evaluation.raterNote() : null;
    }

    private SuggestionView suggestion(Evaluation evaluation) {
        return proposals.suggestion(evaluation)
                .map(found -> view(found, Proposals.isOutdated(found, evaluation))).orElse(null);
    }

    private SuggestionView view(Suggestion s, boolean outdated) {
        EvaluationRun.Frozen frozen = entityManager.find(EvaluationRun.class, s.runId()).frozen();
        return new SuggestionView(s.id(), s.runId(), s.outcome().name(), s.resultScore(), s.behaviourScore(),
                s.indexScore(), name(s.resultRating()), name(s.behaviourRating()), s.reasonCode(),
                explanations.of(s.outcome(), s.explanation()), explanations.inputs(s.input()), frozen.packId(),
                frozen.packVersion(), frozen.packSha256(), frozen.formulaId(), s.inputSha256(), s.madeAt(),
                outdated);
    }

    private ProposalView proposal(Evaluation evaluation) {
        Proposal proposal = proposals.of(evaluation);
        return new ProposalView(name(proposal.result()), name(proposal.behaviour()),
                proposals.achievementOfOwnUnit(evaluation).map(Enum::name).orElse(null));
    }

    private ObjectionView objection(Objection objection) {
        Instant explanationDue = settings.explanationTerm().endsAt(objection.filedAt());
        Instant explained = objection.explainedAt() == null ? explanationDue : objection.explainedAt();
        return new ObjectionView(objection.reason(), objection.filedAt(), objection.explanation(),
                objection.explainedAt(), explanationDue, settings.decisionTerm().endsAt(explained),
                name(objection.decision()), objection.decisionReason(), objection.decidedAt());
    }

    private static FinalResultView finalResult(FinalResult row) {
        return new FinalResultView(row.number(), name(row.endedBy()), name(row.resultRating()),
                name(row.behaviourRating()), name(row.predicate()), row.resultReason(), row.behaviourReason(),
                name(row.organisation()), row.reopenOrder(), row.finalAt());
    }

    private Set<Act> acts(Evaluation evaluation, Set<Capacity> capacities) {
        Set<Act> acts = EnumSet.noneOf(Act.class);
        EvaluationStatus status = evaluation.status();
        if (capacities.contains(Capacity.PERSON)) {
            addPersonal(acts, evaluation);
        }
        if (capacities.contains(Capacity.RATER)) {
            addRating(acts, evaluation);
            add(acts, Act.BEGIN_WITHOUT_SUBMISSION, mayBeginWithoutSubmission(evaluation));
        }
        if (capacities.contains(Capacity.REGION_HR_ADMIN)) {
            add(acts, Act.EXCLUDE, status.allows(EvaluationStatus.EXCLUDED, Mover.REGION_HR_ADMIN)
                    && !evaluation.isReopened());
            add(acts, Act.REINSTATE, status == EvaluationStatus.EXCLUDED);
        }
        if (capacities.contains(Capacity.UNIT_HEAD)) {
            add(acts, Act.SEND_TO_CALIBRATION, status == EvaluationStatus.RATED);
            add(acts, Act.CALIBRATE, status == EvaluationStatus.CALIBRATING && !standing.gaveRatings(evaluation));
            add(acts, Act.DELIVER, status == EvaluationStatus.CALIBRATING && standing.deliversCalibrated(evaluation));
        }
        add(acts, Act.DECIDE, capacities.contains(Capacity.RATER_SUPERIOR) && status == EvaluationStatus.EXPLAINED);
        add(acts, Act.REOPEN, capacities.contains(Capacity.REGION_HR_ADMIN) && status == EvaluationStatus.FINAL);
        add(acts, Act.REPLACE_PARTIES, capacities.contains(Capacity.REGION_HR_ADMIN) && status.isUnderWay());
        return acts;
    }

    private boolean mayBeginWithoutSubmission(Evaluation evaluation) {
        return (evaluation.status() == EvaluationStatus.SELF_FILLING
                || evaluation.status() == EvaluationStatus.RETURNED_FOR_EVIDENCE)
                && settings.isOver(periods.find(evaluation.periodId()).orElseThrow())
                && periods.isOpen(evaluation.periodId(), evaluation.unitId());
    }

    private void addPersonal(Set<Act> acts, Evaluation evaluation) {
        EvaluationStatus status = evaluation.status();
        add(acts, Act.SUBMIT, status == EvaluationStatus.SELF_FILLING
                || status == EvaluationStatus.RETURNED_FOR_EVIDENCE);
        add(acts, Act.WITHDRAW_SUBMISSION, status == EvaluationStatus.SELF_SUBMITTED);
        boolean inTerm = status == EvaluationStatus.DELIVERED && clock.instant().isBefore(evaluation.answerDueAt());
        add(acts, Act.ACKNOWLEDGE, inTerm);
        add(acts, Act.OBJECT, inTerm);
    }

    private void addRating(Set<Act> acts, Evaluation evaluation) {
        EvaluationStatus status = evaluation.status();
        add(acts, Act.MARK, status.isBeforeRating());
        add(acts, Act.COMPUTE, status.isBeforeRating());
        add(acts, Act.RETURN, status == EvaluationStatus.SELF_SUBMITTED);
        add(acts, Act.RATE, status == EvaluationStatus.SELF_SUBMITTED || status == EvaluationStatus.UNDER_REVIEW
                || status == EvaluationStatus.RATED && (!evaluation.isFixedByHead() || contradicts(evaluation)));
        add(acts, Act.SEND_TO_CALIBRATION, status == EvaluationStatus.RATED);
        add(acts, Act.DELIVER, status == EvaluationStatus.RATED);
        add(acts, Act.EXPLAIN, status == EvaluationStatus.OBJECTED);
    }

    private static void add(Set<Act> acts, Act act, boolean allowed) {
        if (allowed) {
            acts.add(act);
        }
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
