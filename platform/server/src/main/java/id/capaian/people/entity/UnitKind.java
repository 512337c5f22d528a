package id.capaian.people.entity;

/** Kinds of organisation units of a regional government. */
public enum UnitKind {
    /** The government itself, top of the chart. */
    GOVERNMENT,
    /** Sekretariat daerah or sekretariat DPRD. */
    SECRETARIAT,
    /** Dinas. */
    SERVICE_OFFICE,
    /** Badan, inspektorat. */
    AGENCY,
    /** Kecamatan. */
    DISTRICT,
    /** Kelurahan. */
    URBAN_VILLAGE,
    /** Puskesmas. */
    HEALTH_CENTRE,
    /** Sekolah. */
    SCHOOL,
    /** Bagian, bidang. */
    DIVISION,
    /** Seksi, subbagian, loket. */
    SECTION
}
