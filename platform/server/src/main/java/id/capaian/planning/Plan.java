package id.capaian.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The content of a plan (SKP) that is in force, or the latest draft of one that never was.
 *
 * @param status       constant of the plan's status; a plan in force may stand at REVISION_REQUESTED, DRAFT, SUBMITTED
 *                     or RETURNED while its next version is prepared
 * @param versionNo    which version of the content this is
 * @param packId       pack the content was made from; null when written by hand
 * @param packVersion  its version, null together with the id
 * @param indicatorSet code of the indicator set, null together with the id
 * @param results      by sequence
 */
public record Plan(UUID skpId, UUID assignmentId, UUID employeeId, String status, int versionNo, String packId,
        String packVersion, String indicatorSet, LocalDate startsOn, LocalDate endsOn, List<PlanResult> results) {

    public Plan {
        results = List.copyOf(results);
    }

    /** All indicators, in the order of the results. */
    public Stream<PlanIndicator> indicators() {
        return results.stream().flatMap(result -> result.indicators().stream());
    }
}
