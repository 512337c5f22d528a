package id.capaian.planning.control;

import id.capaian.planning.Period;
import id.capaian.planning.entity.AssessmentPeriod;
import id.capaian.planning.entity.PeriodStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads over periods; part of the running use case. A tenant has a few dozen at most. */
@ApplicationScoped
public class PeriodReads {

    private static final List<PeriodStatus> NEAREST_FIRST = List.of(PeriodStatus.OPEN, PeriodStatus.GRACE,
            PeriodStatus.PLANNED, PeriodStatus.CLOSED, PeriodStatus.ARCHIVED);

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
        Comparator<AssessmentPeriod> nearest = Comparator
                .comparingInt((AssessmentPeriod period) -> NEAREST_FIRST.indexOf(period.status()))
                .thenComparing(AssessmentPeriod::kind)
                .thenComparing(AssessmentPeriod::startsOn, Comparator.reverseOrder());
        return entities().stream().min(nearest).map(PeriodReads::period);
    }

    /** See {@link id.capaian.planning.Periods#find}. */
    public Optional<Period> find(UUID periodId) {
        return Optional.ofNullable(entityManager.find(AssessmentPeriod.class, periodId)).map(PeriodReads::period);
    }

    /** See {@link id.capaian.planning.Periods#byCode}. */
    public Optional<Period> byCode(String code) {
        return entities().stream().filter(period -> period.code().equals(code)).map(PeriodReads::period).findFirst();
    }

    /** See {@link id.capaian.planning.Periods#all}. */
    public List<Period> all() {
        return entities().stream().map(PeriodReads::period).toList();
    }

    /** See {@link id.capaian.planning.Periods#requireOpen}. */
    public boolean isOpen(UUID periodId, UUID orgUnitId) {
        AssessmentPeriod period = entityManager.find(AssessmentPeriod.class, periodId);
        return period != null && (period.status().takesEntries()
                || period.status() == PeriodStatus.CLOSED && sql.isExtended(periodId, orgUnitId, today.date()));
    }

    private List<AssessmentPeriod> entities() {
        return entityManager.createQuery("select p from AssessmentPeriod p order by p.startsOn desc", AssessmentPeriod.class)
                .getResultList();
    }

    private static Period period(AssessmentPeriod period) {
        return new Period(period.id(), period.code(), period.name(), period.kind().name(), period.startsOn(),
                period.endsOn(), period.status().name());
    }
}
