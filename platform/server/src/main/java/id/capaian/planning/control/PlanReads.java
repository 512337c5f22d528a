package id.capaian.planning.control;

import id.capaian.planning.IndicatorAtWork;
import id.capaian.planning.Plan;
import id.capaian.planning.PlanHead;
import id.capaian.planning.PlanIndicator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads over plans; part of the running use case. */
@ApplicationScoped
public class PlanReads {

    private final PlanSql sql;
    private final AtWorkSql atWork;
    private final Today today;

    PlanReads() {
        this(null, null, null);
    }

    @Inject
    PlanReads(PlanSql sql, AtWorkSql atWork, Today today) {
        this.sql = sql;
        this.atWork = atWork;
        this.today = today;
    }

    /** See {@link id.capaian.planning.Plans#activePlansOf}. */
    public List<Plan> activePlansOf(UUID employeeId, LocalDate from, LocalDate to) {
        return sql.inForce(employeeId, from, to);
    }

    /** See {@link id.capaian.planning.Plans#plans}. */
    public List<Plan> plans(Collection<UUID> skpIds) {
        return skpIds.isEmpty() ? List.of() : sql.plans(skpIds);
    }

    /** See {@link id.capaian.planning.Plans#assignments}. */
    public Map<UUID, UUID> assignments(Collection<UUID> skpIds) {
        return skpIds.isEmpty() ? Map.of() : sql.assignments(skpIds);
    }

    /** See {@link id.capaian.planning.Plans#plansAt}. */
    public List<Plan> plansAt(Map<UUID, Instant> moments) {
        return moments.isEmpty() ? List.of() : sql.plansAt(moments);
    }

    /** See {@link id.capaian.planning.Plans#activeIn}. */
    public List<PlanHead> activeIn(UUID periodId) {
        return sql.activeIn(periodId);
    }

    /** See {@link id.capaian.planning.Plans#indicator}. */
    public Optional<PlanIndicator> indicator(UUID individualIndicatorId) {
        return atWork(individualIndicatorId, null).map(IndicatorAtWork::indicator);
    }

    /** See {@link id.capaian.planning.Plans#atWork}. */
    public Optional<IndicatorAtWork> atWork(UUID individualIndicatorId, UUID periodId) {
        return periodId == null ? atWork.inCurrent(individualIndicatorId, today.date())
                : atWork.in(periodId, individualIndicatorId);
    }
}
