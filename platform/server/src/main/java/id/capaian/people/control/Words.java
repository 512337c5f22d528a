package id.capaian.people.control;

import static java.util.Map.entry;

import id.capaian.kernel.identity.Roles;
import id.capaian.people.CivilNumber;
import id.capaian.people.entity.AssignmentKind;
import id.capaian.people.entity.Employment;
import id.capaian.people.entity.PositionGroup;
import id.capaian.people.entity.UnitKind;
import java.util.Map;

/** Words that import files use, as personnel offices write them. */
final class Words {

    static final Map<String, UnitKind> UNIT_KINDS = Map.of(
            "PEMERINTAH", UnitKind.GOVERNMENT, "SEKRETARIAT", UnitKind.SECRETARIAT, "DINAS", UnitKind.SERVICE_OFFICE,
            "BADAN", UnitKind.AGENCY, "KECAMATAN", UnitKind.DISTRICT, "KELURAHAN", UnitKind.URBAN_VILLAGE,
            "PUSKESMAS", UnitKind.HEALTH_CENTRE, "SEKOLAH", UnitKind.SCHOOL, "BIDANG", UnitKind.DIVISION,
            "SEKSI", UnitKind.SECTION);
    static final Map<String, PositionGroup> POSITION_GROUPS = Map.of(
            "JPT", PositionGroup.SENIOR_LEADERSHIP, "ADMINISTRATOR", PositionGroup.ADMINISTRATOR,
            "PENGAWAS", PositionGroup.SUPERVISOR, "PELAKSANA", PositionGroup.EXECUTIVE,
            "KEAHLIAN", PositionGroup.FUNCTIONAL_EXPERT, "KETERAMPILAN", PositionGroup.FUNCTIONAL_SKILLED);
    static final Map<String, AssignmentKind> ASSIGNMENT_KINDS = Map.of(
            "DEFINITIF", AssignmentKind.DEFINITIVE, "PLT", AssignmentKind.ACTING, "PLH", AssignmentKind.DAILY_ACTING,
            "PJ", AssignmentKind.INTERIM, "TAMBAHAN", AssignmentKind.ADDITIONAL);
    static final Map<String, Employment> EMPLOYMENTS = Map.of(
            "PNS", Employment.PNS, "CPNS", Employment.CPNS, "PPPK", Employment.PPPK,
            "PPPK PARUH WAKTU", Employment.PPPK_PART_TIME, "PEJABAT NON ASN", Employment.OFFICIAL);
    static final Map<String, CivilNumber.Sex> SEXES = Map.of("L", CivilNumber.Sex.MALE, "P", CivilNumber.Sex.FEMALE);
    static final Map<String, String> ROLES = Map.of(
            "KEPALA UNIT", Roles.UNIT_HEAD, "ADMIN UNIT", Roles.UNIT_HR_ADMIN, "ADMIN DAERAH", Roles.REGION_HR_ADMIN,
            "PENGELOLA KINERJA", Roles.PERF_MANAGER);

    /** What other words mean that offices and the national application write, in capitals. */
    static final Map<String, String> UNIT_KIND_MEANING = Map.ofEntries(
            entry("PEMERINTAH DAERAH", "PEMERINTAH"), entry("PEMDA", "PEMERINTAH"), entry("INSPEKTORAT", "BADAN"),
            entry("BAGIAN", "BIDANG"), entry("SUBBAGIAN", "SEKSI"), entry("SUB BAGIAN", "SEKSI"),
            entry("SUBBIDANG", "SEKSI"), entry("SUB BIDANG", "SEKSI"), entry("LOKET", "SEKSI"));
    /** Group 1 (structural) and 2 (functional) of the national application are several of ours: those are not here. */
    static final Map<String, String> POSITION_GROUP_MEANING = Map.ofEntries(
            entry("I.A", "JPT"), entry("I.B", "JPT"), entry("II.A", "JPT"), entry("II.B", "JPT"),
            entry("JPT UTAMA", "JPT"), entry("JPT MADYA", "JPT"), entry("JPT PRATAMA", "JPT"),
            entry("III.A", "ADMINISTRATOR"), entry("III.B", "ADMINISTRATOR"),
            entry("IV.A", "PENGAWAS"), entry("IV.B", "PENGAWAS"),
            entry("4", "PELAKSANA"), entry("FUNGSIONAL UMUM", "PELAKSANA"),
            entry("AHLI PERTAMA", "KEAHLIAN"), entry("AHLI MUDA", "KEAHLIAN"), entry("AHLI MADYA", "KEAHLIAN"),
            entry("AHLI UTAMA", "KEAHLIAN"), entry("PEMULA", "KETERAMPILAN"), entry("TERAMPIL", "KETERAMPILAN"),
            entry("MAHIR", "KETERAMPILAN"), entry("PENYELIA", "KETERAMPILAN"));
    static final Map<String, String> ASSIGNMENT_KIND_MEANING = Map.of("PLT.", "PLT", "PLH.", "PLH", "PJ.", "PJ",
            "TUGAS TAMBAHAN", "TAMBAHAN");
    static final Map<String, String> EMPLOYMENT_MEANING = Map.of("P", "PNS", "C", "CPNS", "P3K", "PPPK",
            "PPPK PENUH WAKTU", "PPPK", "PEGAWAI NEGERI SIPIL", "PNS", "NON ASN", "PEJABAT NON ASN");
    static final Map<String, String> SEX_MEANING = Map.of("M", "L", "F", "P", "LAKI-LAKI", "L", "LAKI - LAKI", "L",
            "LAKI LAKI", "L", "PEREMPUAN", "P", "PRIA", "L", "WANITA", "P");

    private Words() {
    }
}
