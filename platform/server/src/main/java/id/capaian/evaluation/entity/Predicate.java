package id.capaian.evaluation.entity;

/** Predikat kinerja pegawai: what the two ratings together say of a person (domain.md 3.3). */
public enum Predicate {
    /** Sangat baik. */
    VERY_GOOD,
    /** Baik. */
    GOOD,
    /** Butuh perbaikan. */
    NEEDS_IMPROVEMENT,
    /** Kurang (misconduct). */
    POOR,
    /** Sangat kurang. */
    VERY_POOR
}
