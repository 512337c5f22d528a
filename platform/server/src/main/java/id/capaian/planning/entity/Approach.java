package id.capaian.planning.entity;

/** How results are described (domain.md 3.1). */
public enum Approach {
    /** Pendekatan kuantitatif: indicator and target apart. */
    QUANTITATIVE,
    /** Pendekatan kualitatif: told together. */
    QUALITATIVE
}
