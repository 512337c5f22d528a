package id.capaian.evaluation.boundary;

import java.time.Instant;

/**
 * An objection with what came of it.
 *
 * @param explanation    the rater's answer; null while there is none
 * @param explainedAt    null while there is none
 * @param explanationDue first instant at which the superior decides without the answer
 * @param decisionDue    first instant at which the superior is late; nothing happens by itself then
 * @param decision       UPHELD or CHANGED; null while undecided
 */
public record ObjectionView(String reason, Instant filedAt, String explanation, Instant explainedAt,
        Instant explanationDue, Instant decisionDue, String decision, String decisionReason, Instant decidedAt) {
}
