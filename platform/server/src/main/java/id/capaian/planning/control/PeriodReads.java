package id.capaian.planning.control;

import id.capaian.planning.Period;
import id.capaian.planning.entity.AssessmentPeriod;
import id.capaian.planning.entity.PeriodStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads over periods; part of the running use case. A tenant has a few dozen at most. */
@ApplicationScoped
public class PeriodReads {

    private final EntityManager entityManager;
    private final PeriodSql sql;
    private final Today today;

    PeriodReads() {
        this(null, null, null);
    }

    @Inject
    PeriodReads(EntityManager entityManager, PeriodSql sql, Today today) {
        this.entityManager = entityManager;
        this.sql = sql;
        this.today = today;
    }

    /** See {@link id.capaian.planning.Periods#current}. */
    public Optional<Period> current() {
        return sql.current(today.date());
    }

    /** See {@link id.capaian.planning.Periods#find}. */
    public Optional<Period> find(UUID periodId) {
        return Optional.ofNullable(entityManager.find(AssessmentPeriod.class, periodId)).map(PeriodReads::period);
    }

    /** See {@link id.capaian.planning.Periods#held}. */
    public Optional<Period> held(UUID periodId) {
        sql.hold(periodId);
        AssessmentPeriod period = entityManager.find(AssessmentPeriod.class, periodId);
        if (period != null) {
            // It may have been read before it was held.
            entityManager.refresh(period);
        }
        return Optional.ofNullable(period).map(PeriodReads::period);
    }

    /** All periods by code. */
    public Map<String, Period> byCode() {
        return all().stream().collect(Collectors.toMap(Period::code, Function.identity()));
    }

    /** See {@link id.capaian.planning.Periods#all}. */
    public List<Period> all() {
        return entities().stream().map(PeriodReads::period).toList();
    }

    /** See {@link id.capaian.planning.Periods#takingEntries}. */
    public List<Period> takingEntries(UUID orgUnitId) {
        return sql.takingEntries(orgUnitId, today.date());
    }

    /** See {@link id.capaian.planning.Periods#requireOpen}. */
    public boolean isOpen(UUID periodId, UUID orgUnitId) {
        AssessmentPeriod period = entityManager.find(AssessmentPeriod.class, periodId);
        return period != null && isOpen(period(period), orgUnitId);
    }

    /** The same for a period as it was read in this unit of work; asks the database about closed ones only. */
    public boolean isOpen(Period period, UUID orgUnitId) {
        PeriodStatus status = PeriodStatus.valueOf(period.status());
        return status.takesEntries()
                || status == PeriodStatus.CLOSED && sql.isExtended(period.periodId(), orgUnitId, today.date());
    }

    /** Whether any unit has an extension of the period today. */
    boolean isExtendedAtAll(UUID periodId) {
        return sql.isExtendedAtAll(periodId, today.date());
    }

    private List<AssessmentPeriod> entities() {
        return entityManager.createQuery("select p from AssessmentPeriod p order by p.startsOn desc",
                AssessmentPeriod.class)
                .getResultList();
    }

    private static Period period(AssessmentPeriod period) {
        return new Period(period.id(), period.code(), period.name(), period.kind().name(), period.startsOn(),
                period.endsOn(), period.status().name());
    }
}
