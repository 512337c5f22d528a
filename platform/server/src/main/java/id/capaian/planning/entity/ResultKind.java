package id.capaian.planning.entity;

/** Hasil kerja utama or tambahan. */
public enum ResultKind {
    MAIN, ADDITIONAL
}
