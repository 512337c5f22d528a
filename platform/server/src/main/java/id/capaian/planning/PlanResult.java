package id.capaian.planning;

import java.util.List;
import java.util.UUID;

/**
 * A work result of a plan (rencana hasil kerja).
 *
 * @param kind       MAIN or ADDITIONAL
 * @param sequence   1, 2, … within the plan
 * @param indicators by sequence
 */
public record PlanResult(UUID workResultId, String kind, int sequence, String title, List<PlanIndicator> indicators) {

    public PlanResult {
        indicators = List.copyOf(indicators);
    }
}
