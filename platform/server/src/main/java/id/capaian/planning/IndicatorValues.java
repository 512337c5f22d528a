package id.capaian.planning;

import id.capaian.planning.control.IndicatorReadings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The append-only stream of indicator values. To be called inside a running use case. */
@ApplicationScoped
public class IndicatorValues {

    private final IndicatorReadings readings;

    IndicatorValues() {
        this(null);
    }

    @Inject
    IndicatorValues(IndicatorReadings readings) {
        this.readings = readings;
    }

    /** Whose values an indicator reads: the person's for PERSON, else those of the unit the person works in. */
    public static UUID subjectOf(String attribution, UUID employeeId, UUID orgUnitId) {
        return "PERSON".equals(attribution) ? employeeId : orgUnitId;
    }

    /**
     * The newest value by subject and indicator code, whichever plan it counts for, one statement; what was never
     * recorded is absent.
     */
    public Map<UUID, Map<String, Reading>> latest(Collection<UUID> subjectIds, UUID periodId) {
        return readings.latest(subjectIds, periodId);
    }

    /** The newest values as they count for plans, one statement. */
    public PlanReadings ofPlans(Collection<UUID> subjectIds, UUID periodId) {
        return readings.ofPlans(subjectIds, periodId);
    }

    /** Adds a value; the newest counts from then on, of a progress entry for its plan. */
    public void record(NewReading reading) {
        readings.record(reading);
    }
}
