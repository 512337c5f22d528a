package id.capaian.planning;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The newest values of subjects in a period. What somebody recorded as progress of one plan is no value of another, for
 * a person may have several beside or after each other (domain.md 3.5); what came from elsewhere counts for all.
 *
 * @param bySubject newest first
 */
public record PlanReadings(Map<UUID, List<OfPlan>> bySubject) {

    /**
     * A value.
     *
     * @param skpId the plan it was recorded for; null when it counts for every plan
     */
    public record OfPlan(UUID skpId, Reading reading) {
    }

    /** What counts for a plan, by code; what was never recorded is absent. */
    public Map<String, Reading> of(UUID subjectId, UUID skpId) {
        return newest(subjectId, one -> one.skpId() == null || one.skpId().equals(skpId));
    }

    /** The newest by subject and code, whichever plan it counts for. */
    public Map<UUID, Map<String, Reading>> ofAnyPlan() {
        return bySubject.keySet().stream().collect(Collectors.toMap(Function.identity(),
                subject -> newest(subject, any -> true)));
    }

    private Map<String, Reading> newest(UUID subjectId, Predicate<OfPlan> counts) {
        return bySubject.getOrDefault(subjectId, List.of()).stream().filter(counts).map(OfPlan::reading)
                .collect(Collectors.toMap(Reading::code, Function.identity(), (newer, older) -> newer));
    }
}
