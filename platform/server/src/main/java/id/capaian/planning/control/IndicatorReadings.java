package id.capaian.planning.control;

import id.capaian.kernel.identity.Ids;
import id.capaian.planning.NewReading;
import id.capaian.planning.PlanReadings;
import id.capaian.planning.Reading;
import id.capaian.planning.entity.IndicatorValue;
import id.capaian.planning.entity.IndicatorValue.Measurement;
import id.capaian.planning.entity.IndicatorValue.Subject;
import id.capaian.planning.entity.SubjectKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Writes indicator values and finds the newest; part of the running use case. */
@ApplicationScoped
public class IndicatorReadings {

    private final EntityManager entityManager;
    private final IndicatorSql sql;
    private final Clock clock;

    IndicatorReadings() {
        this(null, null, null);
    }

    @Inject
    IndicatorReadings(EntityManager entityManager, IndicatorSql sql, Clock clock) {
        this.entityManager = entityManager;
        this.sql = sql;
        this.clock = clock;
    }

    /** See {@link id.capaian.planning.IndicatorValues#latest}. */
    public Map<UUID, Map<String, Reading>> latest(Collection<UUID> subjectIds, UUID periodId) {
        return ofPlans(subjectIds, periodId).ofAnyPlan();
    }

    /** See {@link id.capaian.planning.IndicatorValues#ofPlans}. */
    public PlanReadings ofPlans(Collection<UUID> subjectIds, UUID periodId) {
        return subjectIds.isEmpty() ? new PlanReadings(Map.of()) : sql.latest(subjectIds, periodId);
    }

    /** See {@link id.capaian.planning.IndicatorValues#record}. */
    public void record(NewReading reading) {
        entityManager.persist(new IndicatorValue(Ids.next(clock.millis()),
                new Subject(SubjectKind.valueOf(reading.subjectKind()), reading.subjectId()), reading.indicatorCode(),
                reading.periodId(),
                new Measurement(reading.value(), reading.source(), reading.takenAt(), reading.sampleSize(),
                        reading.population(), reading.completeness(), reading.timeliness(), reading.accuracy()),
                reading.progressEntryId(), clock.instant()));
    }
}
