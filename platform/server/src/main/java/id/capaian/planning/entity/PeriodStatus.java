package id.capaian.planning.entity;

import java.util.Map;
import java.util.Set;

/**
 * Where a period stands (domain.md 4); what {@link #next()} does not name is forbidden. The order is that of its life.
 */
public enum PeriodStatus {
    /** Not yet begun. */
    PLANNED,
    /** People write. */
    OPEN,
    /** The term is over; who is late may still write. */
    GRACE,
    /** Nobody writes, but units with an extension. */
    CLOSED,
    /** Read only for good. */
    ARCHIVED;

    private static final Map<PeriodStatus, Set<PeriodStatus>> NEXT = Map.of(
            PLANNED, Set.of(OPEN),
            OPEN, Set.of(GRACE),
            GRACE, Set.of(CLOSED),
            CLOSED, Set.of(ARCHIVED),
            ARCHIVED, Set.of());

    public Set<PeriodStatus> next() {
        return NEXT.get(this);
    }

    /** Whether everybody may write. */
    public boolean takesEntries() {
        return this == OPEN || this == GRACE;
    }
}
