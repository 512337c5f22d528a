package id.capaian.evaluation.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * A unit's predicate in a period.
 *
 * @param parentId    unit above; null at the top
 * @param status      DRAFT, RECOMMENDED, FIXED or LOCKED; DRAFT when nobody has said anything yet
 * @param achievement null while a draft
 * @param mayFix      whether the caller may fix it now
 * @param version     for {@code If-Match}; 0 when there is none yet
 */
public record OrganisationRow(UUID unitId, String unitCode, String unitName, UUID parentId, String status,
        String achievement, String reason, Instant fixedAt, boolean mayFix, long version) {
}
