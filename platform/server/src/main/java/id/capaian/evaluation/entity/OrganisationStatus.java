package id.capaian.evaluation.entity;

import java.util.EnumSet;
import java.util.Set;

/** Where the predicate of an organisation stands; a recommendation may be left out (domain.md 3.3, 4). */
public enum OrganisationStatus {
    DRAFT,
    /** Proposed by planning, personnel or oversight units. */
    RECOMMENDED,
    /** Decided by the head of the organisation, or above it; persons may be rated now. */
    FIXED,
    /** A person was told a result that rests on it: it does not change any more. */
    LOCKED;

    /** Whether it may go there from here; staying where it is, is a correction and allowed until it is locked. */
    public boolean allows(OrganisationStatus next) {
        return next().contains(next);
    }

    private Set<OrganisationStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(DRAFT, RECOMMENDED, FIXED);
            case RECOMMENDED -> EnumSet.of(RECOMMENDED, FIXED);
            case FIXED -> EnumSet.of(FIXED, LOCKED);
            case LOCKED -> EnumSet.noneOf(OrganisationStatus.class);
        };
    }
}
