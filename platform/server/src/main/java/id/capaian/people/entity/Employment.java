package id.capaian.people.entity;

import id.capaian.people.CivilNumber;

/** In what relation somebody serves. */
public enum Employment {
    PNS, CPNS, PPPK, PPPK_PART_TIME;

    /** Which civil number such a person carries. */
    public CivilNumber.Kind numberKind() {
        return this == PNS || this == CPNS ? CivilNumber.Kind.NIP : CivilNumber.Kind.PPPK;
    }
}
