package id.capaian.evaluation.boundary;

import java.time.Instant;

/**
 * A result as it became final; corrections are further ones.
 *
 * @param number                1 the first time
 * @param endedBy               ACKNOWLEDGED, LAPSED or DECIDED
 * @param resultReason          why the rating departed or was changed; null when nobody had to say
 * @param organisationAchievement what the unit had achieved; null when nobody fixed it
 * @param reopenOrder           number of the order under which it corrects the one before; null for the first
 */
public record FinalResultView(int number, String endedBy, String resultRating, String behaviourRating, String predicate,
        String resultReason, String behaviourReason, String organisationAchievement, String reopenOrder,
        Instant finalAt) {
}
