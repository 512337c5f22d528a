package id.capaian.people.entity;

/** Groups of posts (domain.md 12.5). */
public enum PositionGroup {
    /** JPT. */
    SENIOR_LEADERSHIP,
    /** Administrator. */
    ADMINISTRATOR,
    /** Pengawas. */
    SUPERVISOR,
    /** Pelaksana. */
    EXECUTIVE,
    /** Fungsional keahlian. */
    FUNCTIONAL_EXPERT,
    /** Fungsional keterampilan. */
    FUNCTIONAL_SKILLED
}
