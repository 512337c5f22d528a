package id.capaian.planning.entity;

/** The side from which the plan of senior leadership looks at a result, where others name an aspect (domain.md 3.1). */
public enum Perspective {
    /** Penerima layanan. */
    SERVICE_RECIPIENT,
    /** Proses bisnis. */
    BUSINESS_PROCESS,
    /** Penguatan internal. */
    INTERNAL_STRENGTHENING,
    /** Anggaran. */
    BUDGET
}
