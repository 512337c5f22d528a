package id.capaian.progress;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a rater decided about a progress entry.
 *
 * @param reason   what is missing; null when accepted
 * @param value    the value it was decided about, which may have changed since; null when there was none
 * @param judgedBy employee
 */
public record JudgementView(boolean accepted, String reason, BigDecimal value, UUID judgedBy, Instant judgedAt) {

    /** When the entry was last accepted; null when it never was. */
    public static Instant lastAcceptance(List<JudgementView> oldestFirst) {
        return oldestFirst.stream().filter(JudgementView::accepted).map(JudgementView::judgedAt)
                .reduce((earlier, later) -> later).orElse(null);
    }
}
