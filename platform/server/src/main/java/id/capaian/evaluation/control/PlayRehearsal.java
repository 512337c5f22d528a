package id.capaian.evaluation.control;

import id.capaian.evaluation.Rehearsals;
import id.capaian.evaluation.Rehearsals.Act;
import id.capaian.evaluation.Rehearsals.Line;
import id.capaian.evaluation.Rehearsals.Played;
import id.capaian.evaluation.Rehearsals.Shadow;
import id.capaian.evaluation.Scorability;
import id.capaian.evaluation.Scorability.Said;
import id.capaian.evaluation.control.ReadRehearsal.Rules;
import id.capaian.evaluation.control.ReadRehearsal.Scene;
import id.capaian.evaluation.entity.BehaviorMark;
import id.capaian.evaluation.entity.Evaluation;
import id.capaian.evaluation.entity.EvaluationStatus;
import id.capaian.evaluation.entity.Judgement;
import id.capaian.evaluation.entity.Mover;
import id.capaian.evaluation.entity.Parties;
import id.capaian.evaluation.entity.Proposal;
import id.capaian.evaluation.entity.Rating;
import id.capaian.extension.Catalogue;
import id.capaian.extension.Lease;
import id.capaian.extension.PackFault;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.planning.Plan;
import id.capaian.planning.ShadowPlans;
import id.capaian.plugin.api.BehaviourValue;
import id.capaian.plugin.api.IndicatorSet;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.Mark;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plays a cycle with people there are not; see {@link Rehearsals}. */
@ApplicationScoped
public class PlayRehearsal {

    private final ReadRehearsal readRehearsal;
    private final ShadowPlans plans;
    private final Catalogue catalogue;
    private final Clock clock;

    PlayRehearsal() {
        this(null, null, null, null);
    }

    @Inject
    PlayRehearsal(ReadRehearsal readRehearsal, ShadowPlans plans, Catalogue catalogue, Clock clock) {
        this.readRehearsal = readRehearsal;
        this.plans = plans;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** See {@link Rehearsals#play}. */
    public List<Played> play(UUID periodId, List<Shadow> shadows) {
        Scene scene = readRehearsal.read(periodId, shadows.stream().map(Shadow::unitId).distinct().toList());
        List<Played> played = new ArrayList<>();
        for (Shadow shadow : shadows) {
            played.add(play(scene, shadow, played.size()));
        }
        return played;
    }

    private Played play(Scene scene, Shadow shadow, int ordinal) {
        Rules rules = scene.rules().get(shadow.unitId());
        if (rules == null || rules.pack() == null) {
            return stopped(shadow, Act.PACK, rules == null ? Scorability.NO_PACK : Scorability.PACK_NOT_READY, null);
        }
        Optional<IndicatorSet> set = rules.pack().set(shadow.jobFamily());
        if (set.isEmpty()) {
            return stopped(shadow, Act.PLAN, Rehearsals.NO_SET, null);
        }
        UUID person = UUID.randomUUID();
        try {
            Plan plan = plans.agreed(person, rules.pack(), set.get(), scene.period());
            return assessed(scene, shadow, rules, plan, ordinal);
        } catch (ProblemException problem) {
            if (problem.problem() != Problem.INVALID_INPUT) {
                throw problem;
            }
            return stopped(shadow, Act.PLAN, Rehearsals.PLAN_REFUSED, null);
        }
    }

    private Played assessed(Scene scene, Shadow shadow, Rules rules, Plan plan, int ordinal) {
        Mark mark = Mark.values()[ordinal % Mark.values().length];
        Map<BehaviourValue, Mark> marks = Stream.of(BehaviourValue.values())
                .collect(Collectors.toMap(Function.identity(), any -> mark));
        var inputs = new FormulaInputs(rules.frozen(), rules.pack(), scene.period());
        var readings = new ShadowReadings(clock.instant(), ordinal)
                .of(plan, rules.pack().formula(rules.frozen().formulaId()).orElseThrow().extraIndicators());
        Result result;
        try (Lease lease = catalogue.lease(rules.frozen().packId(), rules.frozen().packVersion())) {
            result = Result.of(lease.evaluate(rules.frozen().formulaId(), inputs.of(plan.employeeId(),
                    shadow.unitId(), shadow.jobFamily(), plan,
                    Map.of(plan.employeeId(), readings, shadow.unitId(), readings), marks)));
        } catch (PackFault fault) {
            result = Result.of(fault.kind());
        } catch (ProblemException problem) {
            if (problem.problem() != Problem.PACK_NOT_READY) {
                throw problem;
            }
            return stopped(shadow, Act.PACK, Scorability.PACK_NOT_READY, null);
        }
        if (result.scored() == null) {
            return stopped(shadow, Act.SUGGESTION, result.reasonCode(), said(result.reason()));
        }
        return rated(scene, shadow, plan, Rating.valueOf(mark.name()), result);
    }

    /** The evaluation itself, from the person's handing in to the answer. */
    private Played rated(Scene scene, Shadow shadow, Plan plan, Rating mark, Result result) {
        UUID person = plan.employeeId();
        UUID rater = UUID.randomUUID();
        Act act = Act.RATING;
        Evaluation evaluation = new Evaluation(UUID.randomUUID(), plan.skpId(), scene.period().periodId(),
                shadow.unitId(), new Parties(person, rater, UUID.randomUUID()));
        try {
            evaluation.submit(person, clock.instant());
            evaluation.mark(rater, Stream.of(BehaviourValue.values())
                    .collect(Collectors.toMap(Function.identity(), any -> new BehaviorMark(mark, null))));
            Proposal proposal = new Proposal(null, result.resultRating(), result.behaviourRating(), false);
            evaluation.rate(rater, new Judgement(result.resultRating(), result.behaviourRating(), null, null, null),
                    proposal, true, clock.instant());
            act = Act.ANSWER;
            evaluation.deliver(Mover.RATER, rater, proposal, scene.term(), clock.instant());
            evaluation.acknowledge(person, clock.instant());
        } catch (ProblemException refused) {
            return stopped(shadow, act, refused.problem().name(), null);
        }
        return evaluation.status() != EvaluationStatus.FINAL ? stopped(shadow, act, evaluation.status().name(), null)
                : new Played(shadow, null, null, null, evaluation.predicate().name(), result.outcome().steps().stream()
                        .map(step -> new Line(said(step.label()), step.value())).toList());
    }

    private static Played stopped(Shadow shadow, Act act, String code, Said detail) {
        return new Played(shadow, act, code, detail, null, List.of());
    }

    private static Said said(LocalizedText text) {
        return text == null ? null : new Said(text.id(), text.en());
    }
}
