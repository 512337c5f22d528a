package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.evaluation.EvaluationFinal;
import id.capaian.evaluation.EvaluationReopened;
import id.capaian.evaluation.boundary.DecisionInput;
import id.capaian.evaluation.boundary.Duty;
import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.EvaluationView.Act;
import id.capaian.evaluation.boundary.MarkView;
import id.capaian.evaluation.boundary.MarksInput;
import id.capaian.evaluation.boundary.OrganisationInput;
import id.capaian.evaluation.boundary.RatingInput;
import id.capaian.evaluation.boundary.RunInput;
import id.capaian.evaluation.boundary.RunView;
import id.capaian.evaluation.boundary.TextInput;
import id.capaian.extension.Catalogue;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.kernel.tenancy.Work;
import id.capaian.plugin.api.BehaviourValue;
import id.capaian.planning.PeriodClosed;
import id.capaian.progress.ProgressChanging;
import id.capaian.registry.Registry;
import id.capaian.registry.RegistrySnapshot;
import id.capaian.registry.TenantState;
import id.capaian.registry.TenantView;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Evaluation from opening to final on real tables, with a second tenant that must see nothing of it. */
class EvaluationSliceTest {

    private static final Slice SLICE = Slice.ofTwoTenants();
    private static final String HERE = "samarinda";
    private static final String THERE = "tubei";

    private final SliceGovernment government = new SliceGovernment();
    private final SliceGovernment neighbour = new SliceGovernment();
    private Catalogue catalogue = new SlicePack("sha");
    private Clock clock = Slice.CLOCK;
    private List<Object> fired = List.of();

    @BeforeEach
    void makeTwoGovernments() {
        government.in(SLICE, HERE);
        neighbour.in(SLICE, THERE);
    }

    @Test
    void opensEachPlanOnceHoweverOftenAsked() {
        var first = admin(HERE, bench -> bench.get(OpenEvaluations.class).open(government.code, null));
        // Other tests' governments live in this tenant too: there may be more plans than ours.
        assertTrue(first.opened() >= 3);
        assertEquals(3, as(government.rater, bench ->
                bench.get(ReadEvaluations.class).team(government.code)).people().size());
        var again = admin(HERE, bench -> bench.get(OpenEvaluations.class).open(government.code, "key-"
                + government.code));
        assertEquals(0, again.opened());
        assertEquals(first.opened(), again.unchanged());
        assertEquals(again, admin(HERE, bench ->
                bench.get(OpenEvaluations.class).open(government.code, "key-" + government.code)));
        refused(Problem.NOT_FOUND, () -> admin(THERE, bench ->
                bench.get(OpenEvaluations.class).open(government.code, null)));
    }

    @Test
    void walksFromSubmissionToFinal() {
        EvaluationView opened = open().get(0);
        UUID id = opened.evaluationId();
        UUID person = opened.employeeId();
        assertEquals("Perawat", opened.positionName());
        assertTrue(opened.may(Act.MARK));

        EvaluationView submitted = as(person, bench -> bench.get(SubmitEvaluation.class)
                .submit(id, new Change(as(person, b -> b.get(ReadEvaluations.class).read(id)).version(), null)));
        refused(Problem.VERSION_STALE, () -> as(person, bench ->
                bench.get(SubmitEvaluation.class).submit(id, new Change(submitted.version() - 1, null))));
        refused(Problem.MOVE_NOT_ALLOWED, () -> as(person, bench -> {
            bench.get(HoldProgress.class).refuse(new ProgressChanging(opened.planId(), government.period));
            return null;
        }));

        EvaluationView marked = as(government.rater, bench -> bench.get(RateEvaluation.class)
                .mark(id, new Change(submitted.version(), null), marks("MEETS")));
        assertTrue(marked.version() > submitted.version());
        assertEquals("UNDER_REVIEW", marked.status());
        assertTrue(as(person, bench -> bench.get(ReadEvaluations.class).read(id)).marks().isEmpty());

        RunView run = run();
        assertEquals(3, run.persons());
        assertEquals("DONE", run.status());
        assertEquals(1, run.scored());
        assertEquals(2, run.notScorable());
        EvaluationView suggested = as(government.rater, bench -> bench.get(ReadEvaluations.class).read(id));
        assertEquals(new BigDecimal("95.00"), suggested.suggestion().resultScore());
        assertEquals("MEETS", suggested.proposal().result());
        assertEquals("achievement.SLC.PAT", suggested.suggestion().explanation().steps().get(0).name());

        RatingInput same = new RatingInput("MEETS", "MEETS", null, null, "Pertahankan");
        refused(Problem.ORGANISATION_PREDICATE_NOT_FIXED, () -> rate(id, suggested.version(), same));
        fixOrganisation();
        refused(Problem.REASON_NEEDED, () -> rate(id, suggested.version(), new RatingInput("ABOVE", "MEETS", null,
                null, null)));
        refused(Problem.NOT_THE_RATER, () -> as(government.superior, bench -> bench.get(RateEvaluation.class)
                .rate(id, new Change(suggested.version(), null), same)));
        assertEquals(List.of(new Duty("RATE", null, null, 1, null)), as(government.rater, bench ->
                bench.get(ListDuties.class).mine()));
        Change once = new Change(suggested.version(), "rate-" + id);
        EvaluationView rated = as(government.rater, bench -> bench.get(RateEvaluation.class).rate(id, once, same));
        assertEquals(rated.version(), as(government.rater, bench ->
                bench.get(RateEvaluation.class).rate(id, once, same)).version());
        assertEquals("GOOD", rated.predicate());
        assertNull(as(person, bench -> bench.get(ReadEvaluations.class).read(id)).predicate());

        assertEquals(1, as(government.rater, bench -> bench.get(DeliverEvaluation.class)
                .deliverAllRated(government.code, null)).delivered());
        EvaluationView delivered = as(person, bench -> bench.get(ReadEvaluations.class).read(id));
        assertEquals("GOOD", delivered.predicate());
        assertTrue(delivered.may(Act.OBJECT));
        assertEquals(LocalDate.of(2026, 12, 8), as(person, bench -> bench.get(ListDuties.class).mine()).get(0).due());
        assertEquals(7, as(person, bench -> bench.get(ReadEvaluations.class).conduct()).size());
        assertEquals("Pasien terlayani", as(person, bench ->
                bench.get(ReadEvaluations.class).progress(id)).get(0).indicator());
        EvaluationView accepted = as(person, bench -> bench.get(AnswerEvaluation.class)
                .acknowledge(id, new Change(delivered.version(), null)));
        assertEquals("FINAL", accepted.status());
        assertEquals(List.of(new EvaluationFinal(id, person, government.period, government.unit)), fired);
        assertEquals("LOCKED", as(government.head, Set.of(Roles.UNIT_HEAD), bench ->
                bench.get(FixOrganisationPredicate.class).list(government.code)).units().get(0).status());

        EvaluationView reopened = admin(HERE, bench -> bench.get(ReopenEvaluation.class)
                .reopen(id, new Change(accepted.version(), null), new TextInput("800/12/BKPSDM")));
        assertEquals("UNDER_REVIEW", reopened.status());
        assertEquals(List.of(new EvaluationReopened(id, government.period, government.unit)), fired);

        refused(Problem.NOT_FOUND, () -> admin(THERE, bench -> bench.get(ReadEvaluations.class).read(id)));
        refused(Problem.FORBIDDEN, () -> as(opened(1), bench -> bench.get(ReadEvaluations.class).read(id)));
    }

    @Test
    void anObjectionGoesToTheSuperior() {
        EvaluationView delivered = delivered();
        UUID id = delivered.evaluationId();
        EvaluationView objected = as(delivered.employeeId(), bench -> bench.get(AnswerEvaluation.class)
                .object(id, new Change(delivered.version(), null), new TextInput("Dinas luar belum dihitung")));
        EvaluationView explained = as(government.rater, bench -> bench.get(SettleObjection.class)
                .explain(id, new Change(objected.version(), null), new TextInput("Sudah dihitung")));
        EvaluationView decided = as(government.superior, bench -> bench.get(SettleObjection.class)
                .decide(id, new Change(explained.version(), null), new DecisionInput("CHANGED", "ABOVE", "ABOVE",
                        "Bukti sah")));
        assertEquals("FINAL", decided.status());
        assertEquals("VERY_GOOD", decided.predicate());
        assertEquals("CHANGED", decided.objection().decision());
    }

    @Test
    void whatIsNotAnsweredLapsesByTheClock() {
        EvaluationView delivered = delivered();
        clock = Clock.offset(Slice.CLOCK, Duration.ofDays(15));
        as(government.rater, bench -> bench.get(SweepTerms.class).sweep());
        assertEquals(1, fired.size());
        EvaluationView lapsed = as(delivered.employeeId(), bench ->
                bench.get(ReadEvaluations.class).read(delivered.evaluationId()));
        assertEquals("FINAL", lapsed.status());
        assertNull(lapsed.acknowledgedAt());
    }

    @Test
    void aPeriodClosesOnlyWhenAllIsFinalOrExtended() {
        open();
        var unfinished = assertThrows(ProblemException.class, () -> close(HERE));
        assertEquals(Problem.EVALUATIONS_UNFINISHED, unfinished.problem());
        close(THERE);
        extend("select cast(? as uuid), org_unit_id from __T__.org_unit where org_unit_id = ?", government.office);
        var fewer = assertThrows(ProblemException.class, () -> close(HERE));
        assertEquals(3L, (Long) unfinished.arguments().get(0) - (Long) fewer.arguments().get(0));
        extend("select distinct cast(? as uuid), org_unit_id from __T__.evaluation where org_unit_id <> ?",
                government.unit);
        close(HERE);
    }

    private void extend(String units, UUID unit) {
        SLICE.inTenant(HERE, "seed", work -> work.entityManager().createNativeQuery(
                "insert into __T__.period_extension select u.*, date '2027-01-31', 'Banjir' from (" + units + ") u")
                .setParameter(1, government.period.toString()).setParameter(2, unit).executeUpdate());
    }

    private void close(String tenant) {
        UUID period = tenant.equals(HERE) ? government.period : neighbour.period;
        admin(tenant, bench -> {
            bench.get(EntityManager.class).createQuery("update AssessmentPeriod p set p.status ="
                    + " id.capaian.planning.entity.PeriodStatus.CLOSED where p.id = :id").setParameter("id", period)
                    .executeUpdate();
            bench.get(FinishFirst.class).refuse(new PeriodClosed(period, government.code));
            return null;
        });
    }

    @Test
    void aChunkThatRunsAgainSuggestsNobodyTwice() {
        List<EvaluationView> all = open();
        UUID faulty = all.get(0).employeeId();
        catalogue = new SlicePack("sha", faulty);
        String key = "run-" + government.code;
        RunView started = admin(HERE, bench ->
                bench.get(StartRun.class).start(government.code, new RunInput(government.office), key));
        assertEquals(started.runId(), admin(HERE, bench ->
                bench.get(StartRun.class).start(government.code, new RunInput(government.office), key)).runId());
        refused(Problem.RUN_UNDER_WAY, () -> admin(HERE, bench ->
                bench.get(StartRun.class).start(government.code, new RunInput(null), null)));
        score(started, 1);
        score(started, 1);
        RunView half = admin(HERE, bench -> bench.get(ReadRuns.class).run(started.runId()));
        assertEquals("RUNNING", half.status());
        assertEquals(2, half.done());
        score(started, 2);
        RunView done = admin(HERE, bench -> bench.get(ReadRuns.class).run(started.runId()));
        assertEquals("NEEDS_ATTENTION", done.status());
        assertEquals(3, done.done());
        assertEquals(1, done.faults());
        assertEquals(3, admin(HERE, bench -> bench.get(ReadRuns.class).detail(started.runId())).attention().size());
        refused(Problem.NOT_FOUND, () -> admin(THERE, bench -> bench.get(ReadRuns.class).run(started.runId())));
    }

    @Test
    void aRunStopsWhenThePackIsNotTheFrozenOne() {
        open();
        RunView started = admin(HERE, bench ->
                bench.get(StartRun.class).start(government.code, new RunInput(government.unit), null));
        catalogue = new SlicePack("other bytes");
        refused(Problem.PACK_NOT_READY, () -> score(started, 1));
        RunView blocked = admin(HERE, bench -> bench.get(ReadRuns.class).run(started.runId()));
        assertEquals("BLOCKED", blocked.status());
        assertFalse(blocked.isOver());
        catalogue = new SlicePack("sha");
        score(started, 1);
        score(started, 2);
        assertTrue(admin(HERE, bench -> bench.get(ReadRuns.class).run(started.runId())).isOver());
    }

    @Test
    void aSuggestionComputesToTheSameBytesAgain() {
        open();
        RunView run = run();
        assertNotNull(run.finishedAt());
        UUID suggestion = as(government.rater, bench -> bench.get(ReadEvaluations.class).team(government.code)).people()
                .stream().map(row -> as(government.rater, bench ->
                        bench.get(ReadEvaluations.class).read(row.evaluationId())).suggestion().suggestionId())
                .findFirst().orElseThrow();
        assertTrue(admin(HERE, bench -> bench.get(RecomputeSuggestion.class).recompute(suggestion)).equal());
        catalogue = new SlicePack("other bytes");
        assertEquals("pack", admin(HERE, bench ->
                bench.get(RecomputeSuggestion.class).recompute(suggestion)).difference());
    }

    @Test
    void onlyTheLeaderAboveFixesAUnit() {
        refused(Problem.FORBIDDEN, () -> as(government.head, Set.of(Roles.UNIT_HEAD), bench -> bench
                .get(FixOrganisationPredicate.class).fix(government.unit, government.code, new Change(0, null),
                        new OrganisationInput("GOOD", "x"))));
        refused(Problem.FORBIDDEN, () -> as(government.rater, Set.of(Roles.UNIT_HEAD), bench -> bench
                .get(FixOrganisationPredicate.class).fix(government.unit, government.code, new Change(0, null),
                        new OrganisationInput("GOOD", "x"))));
        fixOrganisation();
        refused(Problem.VERSION_STALE, this::fixOrganisation);
        refused(Problem.FORBIDDEN, () -> as(government.head, Set.of(Roles.UNIT_HEAD), bench -> bench
                .get(FixOrganisationPredicate.class).fix(government.office, government.code, new Change(0, null),
                        new OrganisationInput("GOOD", "x"))));
    }

    private List<EvaluationView> open() {
        admin(HERE, bench -> bench.get(OpenEvaluations.class).open(government.code, null));
        return as(government.rater, bench -> bench.get(ReadEvaluations.class).team(government.code)).people().stream()
                .map(row -> as(government.rater, bench ->
                        bench.get(ReadEvaluations.class).read(row.evaluationId()))).toList();
    }

    private UUID opened(int index) {
        return as(government.rater, bench -> bench.get(ReadEvaluations.class).team(government.code)).people()
                .get(index).employeeId();
    }

    private EvaluationView delivered() {
        EvaluationView opened = open().get(0);
        UUID id = opened.evaluationId();
        fixOrganisation();
        EvaluationView submitted = as(opened.employeeId(), bench -> bench.get(SubmitEvaluation.class)
                .submit(id, new Change(opened.version(), null)));
        EvaluationView marked = as(government.rater, bench -> bench.get(RateEvaluation.class)
                .mark(id, new Change(submitted.version(), null), marks("MEETS")));
        EvaluationView rated = rate(id, marked.version(), new RatingInput("MEETS", "MEETS", null, null, null));
        as(government.rater, bench -> bench.get(DeliverEvaluation.class).deliver(id, new Change(rated.version(),
                null)));
        return as(opened.employeeId(), bench -> bench.get(ReadEvaluations.class).read(id));
    }

    private EvaluationView rate(UUID id, long version, RatingInput input) {
        return as(government.rater, bench -> bench.get(RateEvaluation.class).rate(id, new Change(version, null),
                input));
    }

    private Object fixOrganisation() {
        return as(government.leader, Set.of(Roles.UNIT_HEAD), bench -> bench.get(FixOrganisationPredicate.class)
                .fix(government.unit, government.code, new Change(0, null), new OrganisationInput("GOOD",
                        "Target tercapai")));
    }

    private RunView run() {
        RunView started = as(government.rater, bench ->
                bench.get(StartRun.class).start(government.code, new RunInput(null), null));
        score(started, 1);
        score(started, 2);
        return as(government.rater, bench -> bench.get(ReadRuns.class).run(started.runId()));
    }

    /** The job as the scheduler runs it; here reading and writing share one transaction, or one each when it fails. */
    private void score(RunView run, int chunk) {
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

    private static MarksInput marks(String rating) {
        return new MarksInput(Arrays.stream(BehaviourValue.values())
                .map(value -> new MarkView(value.name(), rating, null)).toList());
    }

    private <T> T admin(String tenant, Function<Bench, T> act) {
        return in(tenant, "admin", null, Set.of(Roles.REGION_HR_ADMIN), act);
    }

    private <T> T as(UUID employee, Function<Bench, T> act) {
        return as(employee, Set.of(), act);
    }

    private <T> T as(UUID employee, Set<String> more, Function<Bench, T> act) {
        Set<String> roles = new HashSet<>(more);
        if (government.rater.equals(employee)) {
            roles.add(Roles.RATER);
        }
        return in(HERE, String.valueOf(employee), employee, roles, act);
    }

    private <T> T in(String tenant, String subject, UUID employee, Set<String> roles, Function<Bench, T> act) {
        var caller = new Caller();
        caller.inRequest("slice");
        caller.signedOn(new TenantCode(tenant), subject, subject, employee, roles);
        return SLICE.in(caller.work(Work.Door.TENANT), caller, unit -> {
            var registry = new Registry();
            registry.know(new RegistrySnapshot(Map.of(tenant(HERE).code(), tenant(HERE), tenant(THERE).code(),
                    tenant(THERE)),
                    Map.of()));
            Bench bench = new Bench().with(EntityManager.class, unit.entityManager()).with(Caller.class, caller)
                    .with(Clock.class, clock).with(Catalogue.class, catalogue).with(Registry.class, registry);
            T result = act.apply(bench);
            fired = bench.fired();
            return result;
        });
    }

    private static TenantView tenant(String code) {
        return new TenantView(new TenantCode(code), code, "64.72", code, ZoneId.of("Asia/Makassar"), "id",
                TenantState.ACTIVE, "1");
    }

    private static void refused(Problem expected, Runnable act) {
        assertEquals(expected, assertThrows(ProblemException.class, act::run).problem());
    }
}
