package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.evaluation.boundary.DistributionView;
import id.capaian.evaluation.boundary.DistributionView.RuleView;
import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.PartiesInput;
import id.capaian.evaluation.boundary.TextInput;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The pattern of distribution: counted, shown, and asked a reason for, never a block. */
class DistributionSliceTest {

    /** From the first of March on three people are enough; other tests of this tenant live before that. */
    private static final int IN_SPRING = 120;

    private final Sample sample = new Sample();
    private final SliceGovernment government = sample.government;

    @Test
    void theDeliveryThatDepartsFromThePatternNeedsAReason() {
        List<EvaluationView> rated = ratedGood();
        DistributionView seen = seenByRater();
        assertTrue(seen.applies());
        assertEquals(3, seen.counts().get(1).people());
        assertEquals(List.of(true, false, false), seen.rules().stream().map(RuleView::holds).toList());
        assertEquals(2, seen.rules().get(1).limit());
        assertTrue(seen.needsReason());
        assertEquals(List.of(seen), sample.asRater(bench -> bench.get(ReadDistribution.class)
                .ofMyTeam(government.code)));

        sample.delivered(rated.get(0));
        sample.delivered(rated.get(1));
        assertEquals(List.of("Puskesmas"), Sample.refused(Problem.DISTRIBUTION_NOT_JUSTIFIED, () ->
                sample.delivered(rated.get(2))).arguments());
        Sample.refused(Problem.DISTRIBUTION_NOT_JUSTIFIED, () -> sample.asRater(bench ->
                bench.get(DeliverEvaluation.class).deliverAllRated(government.code, null)));
        assertEquals("RATED", sample.seenByRater(rated.get(2).evaluationId()).status());

        DistributionView now = seenByRater();
        Sample.refused(Problem.FORBIDDEN, () -> justified(government.superior, now, "Unit baru"));
        Sample.refused(Problem.VERSION_STALE, () -> justified(government.rater, seen, "Unit baru"));
        assertEquals("reason", Sample.refused(Problem.REASON_NEEDED, () -> justified(government.rater, now, " "))
                .fields().get(0).field());
        DistributionView justified = justified(government.rater, now, "Unit baru dibentuk, semua target tercapai");
        assertFalse(justified.needsReason());
        assertEquals("DELIVERED", sample.delivered(rated.get(2)).status());
    }

    @Test
    void belowTheThresholdItIsOnlyShown() {
        sample.fixOrganisation("GOOD", 0);
        List<EvaluationView> rated = sample.opened().stream().map(sample::ratedGood).toList();
        DistributionView seen = seenByRater();
        assertEquals(10, seen.minimumPeople());
        assertFalse(seen.rules().get(1).holds());
        assertFalse(seen.needsReason());
        assertEquals(3, sample.asRater(bench -> bench.get(DeliverEvaluation.class)
                .deliverAllRated(government.code, null)).delivered());
        assertEquals(3, rated.size());
    }

    @Test
    void aPersonCountsInTheUnitOfTheDefinitivePostOnly() {
        government.actsIn(Sample.SLICE, Sample.HERE, government.people.get(0), government.office);
        assertEquals(4, sample.opened().size());
        assertEquals(3, seenByRater().people());
        DistributionView office = sample.admin(bench ->
                bench.get(ReadDistribution.class).of(government.office, government.code));
        assertEquals(0, office.people());
        assertNull(office.achievement());
        assertEquals(List.of(), office.rules());
    }

    @Test
    void isSeenByWhoRatesThereOrHeadsIt() {
        sample.opened();
        assertEquals(3, seenBy(government.leader, Set.of(Roles.UNIT_HEAD)).people());
        assertEquals(3, seenBy(null, Set.of(Roles.PERF_MANAGER)).people());
        Sample.refused(Problem.FORBIDDEN, () -> seenBy(government.people.get(0), Set.of()));
        Sample.refused(Problem.FORBIDDEN, () -> seenBy(government.superior, Set.of(Roles.RATER)));
        Sample.refused(Problem.NOT_FOUND, () -> sample.adminThere(bench ->
                bench.get(ReadDistribution.class).of(government.unit, null)));
    }

    @Test
    void nobodyReadsTheOwnPredicateBeforeBeingTold() {
        sample.fixOrganisation("GOOD", 0);
        List<EvaluationView> rated = sample.opened().stream().map(sample::ratedGood).toList();
        UUID me = rated.get(0).employeeId();
        PartiesInput iRate = new PartiesInput(government.numberOf(Sample.SLICE, Sample.HERE, me), null, "800/77");
        sample.admin(bench -> bench.get(ReplaceParties.class).replace(rated.get(1).evaluationId(),
                Sample.now(rated.get(1)), iRate));
        DistributionView before = seenBy(me, Set.of(Roles.RATER));
        assertEquals(List.of(3, 2, 2), List.of(before.people(), before.rated(), before.counts().get(1).people()));
        assertEquals(List.of(before), sample.as(me, Set.of(Roles.RATER), bench -> bench.get(ReadDistribution.class)
                .ofMyTeam(government.code)));
        assertEquals(3, seenByRater().rated());
        sample.delivered(rated.get(0));
        DistributionView told = seenBy(me, Set.of(Roles.RATER));
        assertEquals(List.of(3, 3), List.of(told.rated(), told.counts().get(1).people()));
    }

    private List<EvaluationView> ratedGood() {
        Sample.SLICE.inTenant(Sample.HERE, "seed", work -> work.entityManager().createNativeQuery("""
                insert into __T__.setting values (?, ?, '3', date '2027-03-01', 1) on conflict do nothing""")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, EvaluationSettings.DISTRIBUTION_MINIMUM_PEOPLE).executeUpdate());
        sample.after(IN_SPRING);
        sample.fixOrganisation("GOOD", 0);
        return sample.opened().stream().map(sample::ratedGood).toList();
    }

    private DistributionView seenByRater() {
        return seenBy(government.rater, Set.of(Roles.RATER));
    }

    private DistributionView seenBy(UUID who, Set<String> roles) {
        return sample.as(who, roles, bench -> bench.get(ReadDistribution.class).of(government.unit, government.code));
    }

    private DistributionView justified(UUID who, DistributionView seen, String reason) {
        return sample.as(who, bench -> bench.get(ReadDistribution.class).justify(government.unit, government.code,
                new Change(seen.version(), null), new TextInput(reason)));
    }
}
