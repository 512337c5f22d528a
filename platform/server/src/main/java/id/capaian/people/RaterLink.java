package id.capaian.people;

import java.util.UUID;

/**
 * Who rates an assignment, and who decides its objections.
 *
 * @param raterId         employee who rates
 * @param raterSuperiorId employee above the rater; null when nobody is named
 */
public record RaterLink(UUID raterId, UUID raterSuperiorId) {
}
