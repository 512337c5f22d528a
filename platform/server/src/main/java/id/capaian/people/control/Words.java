package id.capaian.people.control;

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

    private Words() {
    }
}
