package id.capaian.planning.control;

import id.capaian.planning.Plan;
import id.capaian.planning.PlanHead;
import id.capaian.planning.PlanIndicator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads over plans; part of the running use case. */
@ApplicationScoped
public class PlanReads {

    private final PlanSql sql;

    PlanReads() {
        this(null);
    }

    @Inject
    PlanReads(PlanSql sql) {
        this.sql = sql;
    }

    /** See {@link id.capaian.planning.Plans#activePlansOf}. */
    public List<Plan> activePlansOf(UUID employeeId, LocalDate on) {
        return sql.inForce(employeeId, on);
    }

    /** See {@link id.capaian.planning.Plans#plans}. */
    public List<Plan> plans(Collection<UUID> skpIds) {
        return skpIds.isEmpty() ? List.of() : sql.plans(skpIds);
    }

    /** See {@link id.capaian.planning.Plans#activeIn}. */
    public List<PlanHead> activeIn(UUID periodId) {
        return sql.activeIn(periodId);
    }

    /** See {@link id.capaian.planning.Plans#indicator}. */
    public Optional<PlanIndicator> indicator(UUID individualIndicatorId) {
        return sql.indicator(individualIndicatorId);
    }
}
