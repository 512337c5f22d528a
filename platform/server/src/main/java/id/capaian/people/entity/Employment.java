package id.capaian.people.entity;

import id.capaian.people.CivilNumber;

/** In what relation somebody serves. */
public enum Employment {
    PNS, CPNS, PPPK, PPPK_PART_TIME,
    /** Pejabat non-ASN: regional head, TNI/Polri. Rates and decides, has no civil number and no plan (domain.md 2). */
    OFFICIAL;

    /** Which civil number such a person carries; null for officials. */
    public CivilNumber.Kind numberKind() {
        if (this == OFFICIAL) {
            return null;
        }
        return this == PNS || this == CPNS ? CivilNumber.Kind.NIP : CivilNumber.Kind.PPPK;
    }
}
