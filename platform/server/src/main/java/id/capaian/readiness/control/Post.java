package id.capaian.readiness.control;

import java.util.Set;
import java.util.UUID;

/**
 * Somebody in a definitive post on the day a period is looked at.
 *
 * @param skpId        plan of the post in the period, agreed before others; null for none
 * @param evaluationId null while there is none
 * @param open         whether a run would still compute: there is no rating yet, and nobody took the person out
 */
public record Post(UUID assignmentId, UUID employeeId, UUID unitId, String unitName, UUID skpId, UUID evaluationId,
        boolean open, Stage stage, Set<Gap> gaps) {

    public Post {
        gaps = Set.copyOf(gaps);
    }
}
