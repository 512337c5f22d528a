package id.capaian.evaluation.boundary;

import id.capaian.plugin.api.LocalizedText;
import java.util.UUID;

/**
 * Somebody a run could not score, and why.
 *
 * @param outcome NOT_SCORABLE or FAULT
 * @param reason  in both languages, as stored
 */
public record RunAttention(UUID evaluationId, String employeeName, String unitName, String outcome, String reasonCode,
        LocalizedText reason) {
}
