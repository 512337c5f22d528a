package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.evaluation.boundary.DecisionInput;
import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.MarkView;
import id.capaian.evaluation.boundary.MarksInput;
import id.capaian.evaluation.boundary.OrganisationInput;
import id.capaian.evaluation.boundary.PartiesInput;
import id.capaian.evaluation.boundary.RunInput;
import id.capaian.evaluation.boundary.RunView;
import id.capaian.evaluation.boundary.TextInput;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import id.capaian.plugin.api.BehaviourValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is no civil servant rates and decides like anybody, and is never rated (domain.md 2). */
class OfficialSliceTest {

    private final Sample sample = new Sample();
    private final SliceGovernment government = sample.government;
    private final UUID mayor = government.official(Sample.SLICE, Sample.HERE, "walikota");
    private final UUID governor = government.official(Sample.SLICE, Sample.HERE, "gubernur");

    @Test
    void anOfficialRatesAndAnotherDecides() {
        government.ratersBecome(Sample.SLICE, Sample.HERE, mayor, governor);
        sample.fixOrganisation("GOOD", 0);
        sample.admin(bench -> bench.get(OpenEvaluations.class).open(government.code, null));
        List<EvaluationView> team = asMayor(bench -> bench.get(ReadEvaluations.class).team(government.code)).people()
                .stream().map(row -> read(mayor, row.evaluationId())).toList();
        assertEquals(3, team.size());
        EvaluationView first = team.get(0);
        assertEquals(List.of("Pejabat walikota", "Pejabat gubernur"),
                List.of(first.raterName(), first.raterSuperiorName()));
        sample.submitted(first);
        EvaluationView marked = asMayor(bench -> bench.get(RateEvaluation.class).mark(first.evaluationId(),
                Sample.now(read(mayor, first.evaluationId())), new MarksInput(Arrays.stream(BehaviourValue.values())
                        .map(value -> new MarkView(value.name(), "MEETS", null)).toList())));
        RunView run = asMayor(bench -> bench.get(StartRun.class).start(government.code, new RunInput(null), null));
        assertEquals(3, run.persons());
        sample.score(run, 1);
        sample.score(run, 2);
        EvaluationView rated = asMayor(bench -> bench.get(RateEvaluation.class).rate(first.evaluationId(),
                Sample.now(marked), Sample.GOOD));
        asMayor(bench -> bench.get(DeliverEvaluation.class).deliver(first.evaluationId(), Sample.now(rated)));
        EvaluationView delivered = read(first.employeeId(), first.evaluationId());
        EvaluationView objected = sample.as(first.employeeId(), bench -> bench.get(AnswerEvaluation.class)
                .object(first.evaluationId(), Sample.now(delivered), new TextInput("Dinas luar belum dihitung")));
        EvaluationView explained = asMayor(bench -> bench.get(SettleObjection.class).explain(first.evaluationId(),
                Sample.now(objected), new TextInput("Sudah dihitung")));
        assertEquals("FINAL", sample.as(governor, bench -> bench.get(SettleObjection.class).decide(
                first.evaluationId(), Sample.now(explained), new DecisionInput("UPHELD", null, null, "Sesuai bukti")))
                .status());
    }

    @Test
    void theAgencyNamesAnOfficialByKey() {
        EvaluationView opened = sample.opened().get(0);
        String key = " WaliKota-" + government.code.toLowerCase(Locale.ROOT);
        EvaluationView named = sample.admin(bench -> bench.get(ReplaceParties.class).replace(opened.evaluationId(),
                Sample.now(opened), new PartiesInput(null, key, "800/9")));
        assertEquals("Pejabat walikota", named.raterSuperiorName());
    }

    @Test
    void onTheTopmostUnitTheOfficialDecidesWhoHeadsIt() {
        fix(government.leader, 0);
        government.makeLeader(Sample.SLICE, Sample.HERE, mayor);
        Sample.refused(Problem.FORBIDDEN, () -> fix(government.leader, 1));
        fix(mayor, 1);
        sample.fixOrganisation("GOOD", 0);
    }

    @Test
    void anOfficialIsInNoTeamAndNoDistribution() {
        sample.opened();
        assertTrue(sample.team().stream().noneMatch(one -> Set.of(mayor, governor).contains(one.employeeId())));
        assertEquals(3, sample.admin(bench ->
                bench.get(ReadDistribution.class).of(government.unit, government.code)).people());
    }

    private Object fix(UUID who, long version) {
        return sample.as(who, Set.of(Roles.UNIT_HEAD), bench -> bench.get(FixOrganisationPredicate.class)
                .fix(government.office, government.code, new Change(version, null),
                        new OrganisationInput("GOOD", "x")));
    }

    private EvaluationView read(UUID who, UUID evaluation) {
        return sample.as(who, bench -> bench.get(ReadEvaluations.class).read(evaluation));
    }

    private <T> T asMayor(java.util.function.Function<Bench, T> act) {
        return sample.as(mayor, Set.of(Roles.RATER), act);
    }
}
