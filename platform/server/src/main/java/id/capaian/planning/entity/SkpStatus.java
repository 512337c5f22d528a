package id.capaian.planning.entity;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Where a plan (SKP) stands (domain.md 4); what {@link #next()} does not name is forbidden. */
public enum SkpStatus {
    /** Draf. */
    DRAFT,
    /** Menunggu persetujuan; the content is frozen. */
    SUBMITTED,
    /** Dikembalikan, with the rater's note. */
    RETURNED,
    /** Disetujui; comes into force on its first day. */
    APPROVED,
    /** Berlaku. */
    ACTIVE,
    /** Revisi diajukan; the version in force stays in force. */
    REVISION_REQUESTED,
    /** Ditutup. */
    CLOSED,
    /** Dibatalkan; only a plan that was never in force. */
    CANCELLED;

    private static final Map<SkpStatus, Set<SkpStatus>> NEXT = new EnumMap<>(SkpStatus.class);

    static {
        // Back to APPROVED or ACTIVE, or CLOSED, goes what prepares the next version of an agreed plan; CANCELLED what
        // was never in force. Skp looks at that.
        NEXT.put(DRAFT, Set.of(SUBMITTED, APPROVED, ACTIVE, CLOSED, CANCELLED));
        NEXT.put(SUBMITTED, Set.of(APPROVED, RETURNED, DRAFT, ACTIVE, CLOSED, CANCELLED));
        NEXT.put(RETURNED, Set.of(DRAFT, APPROVED, ACTIVE, CLOSED, CANCELLED));
        NEXT.put(APPROVED, Set.of(REVISION_REQUESTED, ACTIVE, CANCELLED));
        NEXT.put(ACTIVE, Set.of(REVISION_REQUESTED, CLOSED));
        NEXT.put(REVISION_REQUESTED, Set.of(DRAFT, APPROVED, ACTIVE, CLOSED, CANCELLED));
        NEXT.put(CLOSED, Set.of());
        NEXT.put(CANCELLED, Set.of());
    }

    /** Whether a version of the content is being prepared: drafted, before the rater, or sent back. */
    public boolean isBeingPrepared() {
        return this == DRAFT || this == SUBMITTED || this == RETURNED;
    }

    /** Whether the plan's life is over. */
    public boolean isOver() {
        return this == CLOSED || this == CANCELLED;
    }

    public Set<SkpStatus> next() {
        return NEXT.get(this);
    }
}
