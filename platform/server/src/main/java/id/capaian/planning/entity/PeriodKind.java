package id.capaian.planning.entity;

/** How long a period is; the order is from short to long. */
public enum PeriodKind {
    /** Bulanan. */
    MONTHLY,
    /** Triwulan. */
    QUARTERLY,
    /** Tahunan. */
    ANNUAL
}
