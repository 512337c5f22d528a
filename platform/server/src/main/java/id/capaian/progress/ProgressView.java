package id.capaian.progress;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A progress entry as its owner and rater see it.
 *
 * @param value       in the indicator's unit; null when only words were recorded
 * @param formId      the pack's form the answers belong to; null when the pack has none for progress
 * @param formAnswers JSON object of the answers; null like formId
 */
public record ProgressView(
        UUID progressEntryId,
        UUID individualIndicatorId,
        String status,
        BigDecimal value,
        String note,
        String formId,
        String formAnswers,
        Instant savedAt,
        long version,
        List<EvidenceView> evidence) {

    /** A file handed in with an entry. */
    public record EvidenceView(UUID evidenceId, String fileName, String mediaType, long byteSize, String sha256,
            Instant attachedAt) {
    }
}
