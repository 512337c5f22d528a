package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.MarkView;
import id.capaian.evaluation.boundary.MarksInput;
import id.capaian.evaluation.boundary.OrganisationInput;
import id.capaian.evaluation.boundary.OrganisationRow;
import id.capaian.evaluation.boundary.RatingInput;
import id.capaian.evaluation.boundary.RunInput;
import id.capaian.evaluation.boundary.RunView;
import id.capaian.extension.Catalogue;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.kernel.tenancy.Work;
import id.capaian.plugin.api.BehaviourValue;
import id.capaian.registry.Registry;
import id.capaian.registry.RegistrySnapshot;
import id.capaian.registry.TenantState;
import id.capaian.registry.TenantView;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * One government on real tables with everybody who acts in it; the other tenant must see nothing of it. Every instance
 * makes people of its own; each act is one unit of work, as a request is.
 */
final class Sample {

    static final Slice SLICE = Slice.ofTwoTenants();
    static final String HERE = "samarinda";
    static final String THERE = "tubei";
    /** The rater agrees with the suggestion and says nothing more. */
    static final RatingInput GOOD = new RatingInput("MEETS", "MEETS", null, null, null, null);

    final SliceGovernment government;
    private final String here;
    private Catalogue catalogue = new SlicePack("sha");
    private Clock clock = Slice.CLOCK;
    private List<Object> fired = List.of();

    Sample() {
        this(HERE);
    }

    /** One in another tenant. */
    Sample(String here) {
        this(here, new SliceGovernment().in(SLICE, here));
    }

    private Sample(String here, SliceGovernment government) {
        this.here = here;
        this.government = government;
    }

    /** A tenant of which nothing is there yet. */
    static Sample ofNothing(String here) {
        return new Sample(here, null);
    }

    /** Another pack from now on. */
    Sample withPack(Catalogue pack) {
        catalogue = pack;
        return this;
    }

    /** So many days later. */
    Sample after(int days) {
        clock = Clock.offset(clock, Duration.ofDays(days));
        return this;
    }

    /** What the last unit of work announced. */
    List<Object> fired() {
        return fired;
    }

    /** Everybody's evaluation, opened, in the order of the names, as the rater sees it. */
    List<EvaluationView> opened() {
        admin(bench -> bench.get(OpenEvaluations.class).open(government.code, null));
        return team();
    }

    List<EvaluationView> team() {
        return asRater(bench -> bench.get(ReadEvaluations.class).team(government.code)).people().stream()
                .map(row -> seenByRater(row.evaluationId())).toList();
    }

    EvaluationView seenByRater(UUID evaluationId) {
        return asRater(bench -> bench.get(ReadEvaluations.class).read(evaluationId));
    }

    EvaluationView submitted(EvaluationView one) {
        return as(one.employeeId(), bench ->
                bench.get(SubmitEvaluation.class).submit(one.evaluationId(), now(one), true));
    }

    EvaluationView marked(EvaluationView one, String mark) {
        return asRater(bench -> bench.get(RateEvaluation.class).mark(one.evaluationId(), now(one),
                new MarksInput(Arrays.stream(BehaviourValue.values())
                        .map(value -> new MarkView(value.name(), mark, null)).toList())));
    }

    EvaluationView rated(EvaluationView one, RatingInput input) {
        return asRater(bench -> bench.get(RateEvaluation.class).rate(one.evaluationId(), now(one), input));
    }

    /** Handed in, marked and rated as suggested. */
    EvaluationView ratedGood(EvaluationView one) {
        return rated(marked(submitted(one), "MEETS"), GOOD);
    }

    /** Told to the person, as the person sees it. */
    EvaluationView delivered(EvaluationView one) {
        asRater(bench -> bench.get(DeliverEvaluation.class).deliver(one.evaluationId(), now(one)));
        return as(one.employeeId(), bench -> bench.get(ReadEvaluations.class).read(one.evaluationId()));
    }

    EvaluationView accepted(EvaluationView one) {
        return as(one.employeeId(), bench ->
                bench.get(AnswerEvaluation.class).acknowledge(one.evaluationId(), now(one)));
    }

    /** The first person's result, delivered. */
    EvaluationView firstDelivered() {
        EvaluationView first = opened().get(0);
        fixOrganisation("GOOD", 0);
        return delivered(ratedGood(first));
    }

    OrganisationRow fixOrganisation(String achievement, long version) {
        return as(government.leader, Set.of(Roles.UNIT_HEAD), bench -> bench.get(FixOrganisationPredicate.class)
                .fix(government.unit, government.code, new Change(version, null),
                        new OrganisationInput(achievement, "Target tercapai")));
    }

    /** The rater's run, to its end. */
    RunView run() {
        RunView started = asRater(bench -> bench.get(StartRun.class).start(government.code, new RunInput(null), null));
        score(started, 1);
        score(started, 2);
        return asRater(bench -> bench.get(ReadRuns.class).run(started.runId()));
    }

    /** The job as the scheduler runs it; here reading and writing share one transaction, or one each when it fails. */
    void score(RunView run, int chunk) {
        try {
            as(null, bench -> {
                bench.get(ScoreChunk.class).run(run.runId() + "/" + chunk);
                return null;
            });
        } catch (ProblemException failed) {
            as(null, bench -> {
                bench.get(BlockRun.class).block(run.runId(), "evaluation.blocked.PACK_NOT_READY");
                return null;
            });
            throw failed;
        }
    }

    static Change now(EvaluationView seen) {
        return new Change(seen.version(), null);
    }

    <T> T admin(Function<Bench, T> act) {
        return in(here, "admin", null, Set.of(Roles.REGION_HR_ADMIN), act);
    }

    <T> T adminThere(Function<Bench, T> act) {
        return in(THERE, "admin", null, Set.of(Roles.REGION_HR_ADMIN), act);
    }

    <T> T asRater(Function<Bench, T> act) {
        return as(government.rater, Set.of(Roles.RATER), act);
    }

    <T> T as(UUID employee, Function<Bench, T> act) {
        return as(employee, Set.of(), act);
    }

    <T> T as(UUID employee, Set<String> roles, Function<Bench, T> act) {
        return in(here, String.valueOf(employee), employee, roles, act);
    }

    private <T> T in(String tenant, String subject, UUID employee, Set<String> roles, Function<Bench, T> act) {
        var caller = new Caller();
        caller.inRequest("slice");
        caller.signedOn(new TenantCode(tenant), subject, subject, employee, new HashSet<>(roles));
        return SLICE.in(caller.work(Work.Door.TENANT), caller, unit -> {
            var registry = new Registry();
            registry.know(new RegistrySnapshot(
                    Map.of(view(here).code(), view(here), view(THERE).code(), view(THERE)), Map.of()));
            Bench bench = new Bench().with(EntityManager.class, unit.entityManager()).with(Caller.class, caller)
                    .with(Clock.class, clock).with(Catalogue.class, catalogue).with(Registry.class, registry);
            T result = act.apply(bench);
            fired = bench.fired();
            return result;
        });
    }

    private static TenantView view(String code) {
        return new TenantView(new TenantCode(code), code, "64.72", code, ZoneId.of("Asia/Makassar"), "id",
                TenantState.ACTIVE, "1");
    }

    static ProblemException refused(Problem expected, Runnable act) {
        ProblemException refusal = assertThrows(ProblemException.class, act::run);
        assertEquals(expected, refusal.problem());
        return refusal;
    }
}
