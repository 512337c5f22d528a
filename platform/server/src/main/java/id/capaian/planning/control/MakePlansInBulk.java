package id.capaian.planning.control;

import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.LongWork;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.Employees;
import id.capaian.people.Placement;
import id.capaian.people.Unit;
import id.capaian.people.Units;
import id.capaian.planning.control.PlanWriter.Span;
import id.capaian.planning.control.PlanWriter.Written;
import id.capaian.plugin.api.IndicatorSet;
import id.capaian.plugin.api.PackDescriptor;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Makes the plans of everybody who has none, from the indicator sets of their posts. */
@LongWork
@TenantUseCase
public class MakePlansInBulk {

    /** Written at a time, so that a government of twenty thousand fits in memory. */
    private static final int SLICE = 500;
    /** Why a plan came into force without its two signatures here; it stays on the plan. */
    private static final String SIGNED_OUTSIDE = "SKP ditandatangani kedua pihak di luar sistem";

    private final EntityManager entityManager;
    private final Employees employees;
    private final Units units;
    private final PlanSets sets;
    private final PlanWriter writer;
    private final PlanSql plans;
    private final Once once;
    private final Today today;

    MakePlansInBulk() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    MakePlansInBulk(EntityManager entityManager, Employees employees, Units units, PlanSets sets, PlanWriter writer,
            PlanSql plans, Once once, Today today) {
        this.entityManager = entityManager;
        this.employees = employees;
        this.units = units;
        this.sets = sets;
        this.writer = writer;
        this.plans = plans;
        this.once = once;
        this.today = today;
    }

    /**
     * What was done.
     *
     * @param made          new plans
     * @param hadOne        posts left alone, because they have a plan for the span
     * @param withoutSet    posts whose job family has no set, by job family: these plans are written by hand
     * @param withoutPack   posts in units for which no pack is enabled, while one is for others
     */
    public record BulkAnswer(int made, int hadOne, Map<String, Integer> withoutSet, int withoutPack) {
    }

    /**
     * Makes plans of this year for the definitive posts held today.
     *
     * @param orgUnitId     unit whose people, and those of the units below it, get plans; null for the whole tenant
     * @param signedOutside whether both sides signed these plans before the tenant came here: they come into force at
     *                      once, with that reason. Otherwise they are drafts
     * @param key           the caller's idempotency key, null for none
     * @throws ProblemException {@link Problem#NOT_FOUND} for an unknown unit, {@link Problem#NO_PACK_ENABLED} when none
     *                          is for any of the people, {@link Problem#PACK_NOT_READY}
     */
    public BulkAnswer run(UUID orgUnitId, boolean signedOutside, String key) {
        return once.perform(key, new Asked("make-in-bulk", orgUnitId, 0, signedOutside), BulkAnswer.class,
                () -> made(orgUnitId, signedOutside));
    }

    private BulkAnswer made(UUID orgUnitId, boolean signedOutside) {
        LocalDate day = today.date();
        List<Placement> placements = employees.placementsIn(scope(orgUnitId), day).stream()
                .filter(placement -> "DEFINITIVE".equals(placement.kind())).toList();
        Set<UUID> planned = plans.assignmentsWithPlan(placements.stream().map(Placement::assignmentId).toList(),
                LocalDate.of(day.getYear(), 1, 1), LocalDate.of(day.getYear(), 12, 31));
        Map<UUID, Optional<PackDescriptor>> packs = new HashMap<>();
        Map<String, Integer> withoutSet = new TreeMap<>();
        int withoutPack = 0;
        int made = 0;
        for (Placement placement : placements) {
            if (planned.contains(placement.assignmentId())) {
                continue;
            }
            Optional<PackDescriptor> pack = packs.computeIfAbsent(placement.orgUnitId(), sets::packIfAny);
            if (pack.isEmpty()) {
                withoutPack++;
                continue;
            }
            Optional<IndicatorSet> set = PlanSets.setOf(pack.get(), placement);
            if (set.isEmpty()) {
                withoutSet.merge(placement.jobFamily(), 1, Integer::sum);
                continue;
            }
            write(placement, day, pack.get(), set.get(), signedOutside);
            if (++made % SLICE == 0) {
                entityManager.flush();
                entityManager.clear();
            }
        }
        // Also those who have a plan: that the pack of their unit has nothing left to do does not mean there is none.
        if (withoutPack > 0 && placements.stream().map(Placement::orgUnitId)
                .allMatch(unit -> packs.computeIfAbsent(unit, sets::packIfAny).isEmpty())) {
            throw new ProblemException(Problem.NO_PACK_ENABLED);
        }
        return new BulkAnswer(made, planned.size(), withoutSet, withoutPack);
    }

    private void write(Placement placement, LocalDate day, PackDescriptor pack, IndicatorSet set,
            boolean signedOutside) {
        Written written = writer.fromSet(placement.assignmentId(), Span.of(placement, day.getYear()), pack, set);
        if (signedOutside) {
            written.skp().takeOverSigned(written.content(), day, SIGNED_OUTSIDE);
        }
    }

    private Collection<UUID> scope(UUID orgUnitId) {
        if (orgUnitId == null) {
            return units.all().stream().map(Unit::orgUnitId).toList();
        }
        Set<UUID> scope = units.subtree(orgUnitId);
        if (scope.isEmpty()) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return scope;
    }
}
