package id.capaian.people.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.kernel.tenancy.Wiring;
import id.capaian.people.AssignmentsEnded;
import id.capaian.people.Person;
import id.capaian.people.Placement;
import id.capaian.people.RaterLink;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files of people and posts on a real database with two tenants. */
class ImportFileTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private final Slice slice = Slice.ofTwoTenants();
    private final String code = "U" + UUID.randomUUID().toString().substring(0, 8);
    private List<Object> fired = List.of();
    private final String head = Imports.number();
    private final String nurse = Imports.number();

    private ImportAnswer take(String tenant, String kind, String file, boolean dryRun) {
        return slice.inTenant(tenant, "admin", unit -> {
            Wiring wiring = Imports.wiring(unit);
            ImportAnswer answer = wiring.get(ImportFile.class).run(kind, file.getBytes(StandardCharsets.UTF_8), dryRun);
            fired = wiring.fired();
            return answer;
        });
    }

    private ImportAnswer take(String kind, String file) {
        return take("samarinda", kind, file, false);
    }

    private String units() {
        return "kode;nama;jenis;kode_induk;mulai\n%1$s.1;Poli;seksi;%1$s;2020-01-01\n%1$s;Puskesmas;puskesmas;;2020-01-01\n"
                .formatted(code);
    }

    private String positions() {
        return "kode;nama;kelompok;rumpun\nP%1$s;Perawat Ahli Pertama;KEAHLIAN;health\n".formatted(code);
    }

    private String people() {
        return """
                nip;nama;gelar_belakang;status;golongan;tanggal_lahir;jenis_kelamin;surel
                %s;Ahmad Fauzi;M.Kes.;PNS;IV/a;1986-09-26;L;ahmad@example.test
                %s;Rizal Effendi;;PNS;III/b;1986-09-26;L;
                """.formatted(head, nurse);
    }

    private String assignments() {
        return "nip;kode_jabatan;kode_unit;mulai\n%1$s;P%3$s;%3$s;2024-01-01\n%2$s;P%3$s;%3$s.1;2024-01-01\n"
                .formatted(head, nurse, code);
    }

    private void takeAll() {
        take("units", units());
        take("positions", positions());
        take("people", people());
        take("assignments", assignments());
    }

    @Test
    void takesUnitsInAnyOrderAndOnlyOnce() {
        ImportAnswer first = take("units", units());
        assertEquals(2, first.created());
        ImportAnswer same = take("units", units());
        assertTrue(same.alreadyImported());
        assertEquals(0, same.created() + same.changed());
        ImportAnswer touched = take("units", units().replace("Poli", "Poli Umum"));
        assertEquals(1, touched.changed());
        assertEquals(1, touched.unchanged());
    }

    @Test
    void keepsATenantsUnitsFromTheOther() {
        take("units", units());
        assertTrue(slice.inTenant("tubei", "admin", unit -> new UnitReads(unit.entityManager(), new UnitSql(unit.entityManager()))
                .byCode(code)).isEmpty());
        assertEquals(2, take("tubei", "units", units(), false).created());
    }

    /** Last days announced by the last file. */
    private List<LocalDate> announced() {
        return fired.stream().map(AssignmentsEnded.class::cast).flatMap(event -> event.lastDays().values().stream())
                .toList();
    }

    @Test
    void announcesThatAPostEndedByTransferOrExit() {
        takeAll();
        assertEquals(List.of(), announced());
        String exit = "nip;kode_jabatan;kode_unit;mulai;sampai\n%1$s;P%2$s;%2$s;2024-01-01;2026-11-30\n".formatted(head,
                code);
        take("samarinda", "assignments", exit, true);
        assertEquals(List.of(), announced(), "a dry run ends nothing");
        take("assignments", exit);
        assertEquals(List.of(LocalDate.of(2026, 11, 30)), announced());
        take("assignments", "nip;kode_jabatan;kode_unit;mulai\n%1$s;P%2$s;%2$s;2026-12-01\n".formatted(nurse, code));
        assertEquals(List.of(LocalDate.of(2026, 11, 30)), announced());
        take("assignments", exit + "\n");
        assertEquals(List.of(), announced(), "what was known is not announced again");
    }

    @Test
    void leavesNoTraceOfADryRun() {
        assertEquals(2, take("samarinda", "units", units(), true).created());
        assertEquals(2, take("units", units()).created());
    }

    @Test
    void takesAllRowsOrNone() {
        String broken = units() + code + ".2;;seksi;NIRWANA;kemarin\n";
        ProblemException refused = assertThrows(ProblemException.class, () -> take("units", broken));
        assertEquals(Problem.IMPORT_REFUSED, refused.problem());
        assertEquals(List.of("baris 4, nama", "baris 4, mulai"),
                refused.fields().stream().map(field -> field.field()).toList());
        assertTrue(slice.inTenant("samarinda", "admin", unit ->
                new UnitReads(unit.entityManager(), new UnitSql(unit.entityManager())).byCode(code)).isEmpty());
    }

    @Test
    void refusesACircleOfUnits() {
        take("units", units());
        String circle = "kode;nama;jenis;kode_induk;mulai\n%1$s;Puskesmas;puskesmas;%1$s.1;2020-01-01\n".formatted(code);
        ProblemException refused = assertThrows(ProblemException.class, () -> take("units", circle));
        assertTrue(refused.fields().get(0).detail().contains("di bawah dirinya sendiri"));
    }

    @Test
    void readsGradesInDigitsAsCodesOnlyWhereTheyAre() {
        String contract = head.substring(0, 12) + "21" + head.substring(14);
        take("people", "nip;nama;status;golongan;tanggal_lahir;jenis_kelamin\n"
                + contract + ";Siti;PPPK;11;1986-09-26;L\n" + head + ";Budi;PNS;31;1986-09-26;L\n");
        assertEquals(List.of("11", "III/a"), List.of(grade(contract), grade(head)));
    }

    private String grade(String number) {
        return Imports.rows(slice, "samarinda", "employee").stream().filter(row -> row.contains(number)).findFirst()
                .orElseThrow().replaceFirst(".*\"rank_grade\": \"([^\"]*)\".*", "$1");
    }

    /** A short list that adds somebody and repeats the others. */
    @Test
    void keepsOfPeopleWhatTheFileHasNoColumnFor() {
        String full = "nip;nama;gelar_depan;gelar_belakang;status;golongan;tanggal_lahir;jenis_kelamin;surel;telepon;"
                + "kedudukan_hukum\n" + head + ";Ahmad;dr.;M.Kes.;PNS;IV/a;1986-09-26;L;ahmad@example.test;0811;02\n";
        take("people", full);
        take("tubei", "people", full, false);
        String known = employee(head);
        String heading = "nip;nama;status;golongan;tanggal_lahir;jenis_kelamin\n";
        String brief = heading + head + ";Ahmad;PNS;IV/a;1986-09-26;L\n" + nurse + ";Rizal;PNS;III/b;1986-09-26;L\n";
        ImportAnswer shown = take("samarinda", "people", brief, true);
        assertEquals(List.of(1, 0, 1), List.of(shown.created(), shown.changed(), shown.unchanged()));
        assertEquals(1, take("people", brief).unchanged());
        assertEquals(known, employee(head));
        assertTrue(employee(nurse).contains("\"legal_status\": \"01\""), "somebody new is active");
        assertTrue(employee(nurse).contains("\"email\": null"));
        assertEquals(1, take("people", brief.replace("IV/a", "IV/b")).changed());
        assertEquals(known.replace("IV/a", "IV/b"), employee(head), "and what it speaks of is taken");
        assertEquals(1, take("people", heading.trim() + ";surel\n" + head + ";Ahmad;PNS;IV/a;1986-09-26;L;\n").changed());
        assertEquals(known.replace("\"ahmad@example.test\"", "null"), employee(head), "an empty cell empties");
        assertTrue(Imports.rows(slice, "tubei", "employee").stream()
                .anyMatch(row -> row.contains(head) && row.contains("ahmad@example.test")));
    }

    @Test
    void keepsTheServiceNumberOfAnOfficialWhereTheFileHasNoColumnForIt() {
        String key = "kapolres-" + code.toLowerCase(Locale.ROOT);
        take("people", "nip;nama;status;golongan;tanggal_lahir;jenis_kelamin;kunci;nrp\n;Budi;PEJABAT NON ASN;;;;" + key
                + ";11950042\n");
        take("people", "nip;nama;status;golongan;tanggal_lahir;jenis_kelamin;kunci\n;Budi Karya;PEJABAT NON ASN;;;;"
                + key + "\n");
        String official = employee(key);
        assertTrue(official.contains("Budi Karya") && official.contains("11950042"), official);
    }

    private String employee(String name) {
        return stored("samarinda", "employee", name);
    }

    /** A short list that adds a unit and repeats the others. */
    @Test
    void opensNoUnitAgainWhereTheFileHasNoColumnForEnds() {
        String full = "kode;nama;jenis;kode_induk;mulai;sampai\n%s;Poli;SEKSI;;2020-01-01;2025-12-31\n".formatted(code);
        take("units", full);
        take("tubei", "units", full, false);
        String known = stored("samarinda", "org_unit", code);
        String elsewhere = stored("tubei", "org_unit", code);
        String heading = "kode;nama;jenis;kode_induk;mulai\n";
        String brief = heading + "%1$s;Poli;SEKSI;;2020-01-01\n%1$s.1;Loket;SEKSI;;2020-01-01\n".formatted(code);
        ImportAnswer shown = take("samarinda", "units", brief, true);
        assertEquals(List.of(1, 0, 1), List.of(shown.created(), shown.changed(), shown.unchanged()));
        assertEquals(1, take("units", brief).unchanged());
        assertEquals(known, stored("samarinda", "org_unit", code));
        assertTrue(stored("samarinda", "org_unit", code + ".1").contains("\"valid_to\": null"), "a new one is open");
        assertEquals(1, take("units", brief.replace("Poli", "Poli Umum")).changed());
        assertEquals(known.replace("Poli", "Poli Umum"), stored("samarinda", "org_unit", code));
        assertEquals(List.of("baris 2, mulai"), refused("units", brief.replaceFirst("2020", "2026")),
                "it would begin after its end");
        assertEquals(1, take("units", full.replace("2025-12-31", "")).changed(), "an empty cell empties");
        assertTrue(stored("samarinda", "org_unit", code).contains("\"valid_to\": null"));
        assertEquals(elsewhere, stored("tubei", "org_unit", code));
    }

    @Test
    void keepsTheSuperiorOfARaterWhereTheFileHasNoColumnForIt() {
        takeAll();
        String superior = Imports.number();
        take("people", people() + "%s;Dewi;;PNS;IV/a;1986-09-26;L;\n".formatted(superior));
        String line = "%s;%s;%s;2024-01-01;\n".formatted(nurse, head, superior);
        take("rater-lines", "nip;nip_penilai;nip_atasan_penilai;mulai;sampai\n" + line);
        String superiorId = superiorOf(nurse);
        assertFalse("null".equals(superiorId));
        String brief = "nip;nip_penilai;mulai;sampai\n%1$s;%2$s;2024-01-01;\n%2$s;%3$s;2024-01-01;\n".formatted(nurse,
                head, superior);
        ImportAnswer shown = take("samarinda", "rater-lines", brief, true);
        assertEquals(List.of(1, 0, 1), List.of(shown.created(), shown.changed(), shown.unchanged()));
        assertEquals(1, take("rater-lines", brief).unchanged());
        assertEquals(List.of(superiorId, "null"), List.of(superiorOf(nurse), superiorOf(head)));
        assertEquals(1, take("rater-lines", brief.replaceFirst("-01;", "-01;2026-12-31")).changed());
        assertEquals(superiorId, superiorOf(nurse), "and what it speaks of is taken");
        assertEquals(List.of("2026-12-31"), lastDays("rater_line", nurse));
        String another = "nip;nip_penilai;mulai\n%s;%s;2024-01-01\n".formatted(nurse, superior);
        assertEquals(1, take("rater-lines", another).changed());
        assertEquals("null", superiorOf(nurse), "nobody is their own superior, nor need another rater have the same");
    }

    private String superiorOf(String number) {
        return slice.inTenant("samarinda", "admin", unit -> (String) unit.entityManager().createNativeQuery("""
                select coalesce(cast(l.rater_superior_id as text), 'null') from __T__.rater_line l
                  join __T__.assignment a on a.assignment_id = l.assignment_id
                 where a.employee_id = ?""").setParameter(1, id(unit, number)).getSingleResult());
    }

    private String stored(String tenant, String table, String name) {
        return Imports.rows(slice, tenant, table).stream().filter(row -> row.contains('"' + name + '"')).findFirst()
                .orElseThrow();
    }

    @Test
    void asksForAccountsOfNewPeople() {
        assertEquals(2, take("people", people()).created());
        Object[] request = slice.inTenant("samarinda", "admin", unit -> (Object[]) unit.entityManager().createNativeQuery("""
                select r.made_at, e.full_name from registry.own_account_requests() r
                join __T__.employee e on e.employee_id = r.employee_id where e.civil_number = ?""")
                .setParameter(1, head).getSingleResult());
        assertEquals("Ahmad Fauzi", request[1]);
    }

    @Test
    void takesOfficialsByTheirKeyAsRatersOnly() {
        takeAll();
        String mayor = "walikota-" + code.toLowerCase(Locale.ROOT);
        String file = "nip;nama;gelar_depan;status;golongan;tanggal_lahir;jenis_kelamin;kunci;nrp\n"
                + ";Andi Arif;H.;Pejabat Non ASN;;;;%1$s;\n;Budi Karya;;PEJABAT NON ASN;;;L;%1$s-2;11950042\n"
                        .formatted(mayor);
        assertEquals(2, take("people", file).created());
        assertEquals(2, take("people", file + "\n").unchanged());
        assertEquals(1, take("people", file.replace("Budi Karya", "Budi Karyanto")).changed());
        take("rater-lines", "nip;nip_penilai;nip_atasan_penilai;mulai\n%s;%s;%s;2024-01-01\n".formatted(head,
                mayor.toUpperCase(Locale.ROOT), mayor + "-2"));
        take("role-grants", "nip;peran;kode_unit;mulai\n%s;KEPALA UNIT;%s;2024-01-01\n".formatted(mayor, code));
        slice.inTenant("samarinda", "admin", unit -> {
            var reads = new EmployeeReads(unit.entityManager());
            Person official = reads.named(" " + mayor.toUpperCase(Locale.ROOT)).orElseThrow();
            assertTrue(official.isOfficial());
            assertNull(official.civilNumber());
            assertEquals("11950042", reads.named(mayor + "-2").orElseThrow().nrp());
            assertEquals(Set.of("EMPLOYEE", "RATER"), reads.impliedRoles(official.employeeId(), DAY));
            assertEquals(List.of(), reads.placementsOf(official.employeeId(), DAY));
            return null;
        });
        assertEquals("samarinda." + mayor, usernameAskedFor("Andi Arif", mayor));
        assertEquals(List.of("baris 2, nip"), refusedFields("assignments",
                "nip;kode_jabatan;kode_unit;mulai\n%1$s;P%2$s;%2$s;2024-01-01\n".formatted(mayor, code)));
        assertTrue(slice.inTenant("tubei", "admin", unit ->
                new EmployeeReads(unit.entityManager()).named(mayor)).isEmpty());
    }

    @Test
    void refusesOfficialsWithANumberAndOthersWithAKey() {
        String heading = "nip;nama;status;golongan;tanggal_lahir;jenis_kelamin;kunci;nrp\n";
        assertEquals(List.of("baris 2, nip", "baris 2, kunci"), refusedFields("people",
                heading + head + ";Andi;PEJABAT NON ASN;;;;;\n"));
        assertEquals(List.of("baris 2, kunci"), refusedFields("people",
                heading + ";Andi;PEJABAT NON ASN;;;;Wali Kota!;\n"));
        assertEquals(List.of("baris 2, kunci", "baris 2, nrp"), refusedFields("people",
                heading + head + ";Ahmad;PNS;IV/a;1986-09-26;L;ahmad;12\n"));
        assertEquals(List.of("baris 3, kunci"), refusedFields("people",
                heading + ";Andi;PEJABAT NON ASN;;;;bupati;\n;Budi;PEJABAT NON ASN;;;;BUPATI;\n"));
    }

    /** User name in the request for an account, which no tenant may read back. */
    private String usernameAskedFor(String name, String key) {
        try (Connection owner = slice.connect("p_owner"); PreparedStatement query = owner.prepareStatement("""
                select r.username from registry.account_request r
                join t_samarinda.employee e on e.employee_id = r.employee_id
                where e.full_name = ? and e.official_key = ?""")) {
            query.setString(1, name);
            query.setString(2, key);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> refusedFields(String kind, String file) {
        return assertThrows(ProblemException.class, () -> take(kind, file)).fields().stream()
                .map(field -> field.field()).toList();
    }

    @Test
    void warnsWhenNumberAndProfileDiffer() {
        ImportAnswer answer = take("people", people().replaceFirst("1986-09-26;L", "1986-09-27;L"));
        assertEquals(2, answer.created());
        assertEquals(1, answer.warningCount());
        assertFalse(answer.warnings().get(0).detail().contains(head));
    }

    @Test
    void namesWhoRatesWhom() {
        takeAll();
        take("rater-lines", "nip;nip_penilai;nip_atasan_penilai;mulai\n%s;%s;;2024-01-01\n".formatted(nurse, head));
        slice.inTenant("samarinda", "admin", unit -> {
            var reads = new EmployeeReads(unit.entityManager());
            UUID headId = id(unit, head);
            UUID nurseId = id(unit, nurse);
            Placement placement = reads.placementsOf(nurseId, DAY).get(0);
            assertEquals("health", placement.jobFamily());
            assertEquals(new RaterLink(headId, null),
                    reads.ratersOf(List.of(placement.assignmentId()), DAY).get(placement.assignmentId()));
            assertEquals(Set.of("EMPLOYEE", "RATER"), reads.impliedRoles(headId, DAY));
            assertEquals(Set.of("EMPLOYEE"), reads.impliedRoles(nurseId, DAY));
            assertEquals(List.of(placement.assignmentId()), reads.assignmentsRatedBy(headId, DAY));
            assertEquals("Ahmad Fauzi, M.Kes.", reads.byId(List.of(headId)).get(headId).displayName());
            return null;
        });
    }

    private static UUID id(Slice.Unit unit, String number) {
        return Imports.wiring(unit).get(PeopleSql.class).named(List.of(number)).get(0).id();
    }

    @Test
    void refusesWhoRatesThemselves() {
        takeAll();
        ProblemException refused = assertThrows(ProblemException.class, () -> take("rater-lines",
                "nip;nip_penilai;nip_atasan_penilai;mulai\n%1$s;%1$s;;2024-01-01\n".formatted(nurse)));
        assertEquals("baris 2, nip_penilai", refused.fields().get(0).field());
    }

    @Test
    void endsTheOldPostWhenSomebodyIsTransferred() {
        takeAll();
        String transfer = "nip;kode_jabatan;kode_unit;mulai\n%1$s;P%2$s;%2$s;2026-07-01\n".formatted(nurse, code);
        assertEquals(1, take("assignments", transfer).created());
        slice.inTenant("samarinda", "admin", unit -> {
            UUID nurseId = id(unit, nurse);
            var reads = new EmployeeReads(unit.entityManager());
            assertEquals("Puskesmas", reads.placementsOf(nurseId, DAY).get(0).orgUnitName());
            assertEquals("Poli", reads.placementsOf(nurseId, LocalDate.of(2026, 6, 30)).get(0).orgUnitName());
            return null;
        });
        String back = "nip;kode_jabatan;kode_unit;mulai\n%1$s;P%2$s;%2$s;2025-01-01\n".formatted(nurse, code);
        assertThrows(ProblemException.class, () -> take("assignments", back));
    }

    /** Whatever the order of its rows: the day that a row names counts, and what contradicts it is refused. */
    @Test
    void keepsTheLastDayThatARowOfTheFileNames() {
        takeAll();
        String heading = "nip;kode_jabatan;kode_unit;mulai;sampai\n";
        String leaves = "%1$s;P%2$s;%2$s.1;2024-01-01;2026-03-31\n".formatted(nurse, code);
        String next = "%1$s;P%2$s;%2$s;2026-06-01;\n".formatted(nurse, code);
        String leavesLate = leaves.replace("2026-03-31", "2026-06-30");
        assertEquals(List.of("baris 3, mulai"), refused("assignments", heading + leavesLate + next));
        assertEquals(List.of("baris 2, mulai"), refused("assignments", heading + next + leavesLate));
        take("assignments", heading + next + leaves);
        assertEquals(List.of("2026-03-31", "null"), lastDays("assignment", nurse));
        assertEquals(List.of(LocalDate.of(2026, 3, 31)), announced());
        assertEquals(List.of("baris 2, sampai"), refused("assignments", heading + leavesLate));
        take("assignments", heading + "%1$s;P%2$s;%2$s;2024-01-01;2025-12-31\n%1$s;P%2$s;%2$s.1;2026-02-01;\n"
                .formatted(head, code));
        assertEquals(List.of("2025-12-31", "null"), lastDays("assignment", head));
        take("assignments", heading + "%1$s;P%2$s;%2$s;2026-09-01;\n%1$s;P%2$s;%2$s;2026-07-01;2026-08-31\n"
                .formatted(head, code));
        assertEquals(List.of("2025-12-31", "2026-06-30", "2026-08-31", "null"), lastDays("assignment", head),
                "the later row's post began first");
    }

    @Test
    void keepsTheLastDayOfARaterLineThatAnotherRowEndsOrNames() {
        takeAll();
        String heading = "nip;nip_penilai;nip_atasan_penilai;mulai;sampai\n";
        String line = "%s;%s;;2024-01-01;\n".formatted(nurse, head);
        take("rater-lines", heading + line);
        String other = Imports.number();
        take("people", people() + "%s;Dewi;;PNS;IV/a;1986-09-26;L;\n".formatted(other));
        String next = "%s;%s;;2026-06-01;\n".formatted(nurse, other);
        String leavesLate = line.replace(";\n", ";2026-06-30\n");
        assertEquals(List.of("baris 3, mulai"), refused("rater-lines", heading + leavesLate + next));
        assertEquals(List.of("baris 2, mulai"), refused("rater-lines", heading + next + leavesLate));
        // The row that names another rater's superior leaves the end open, and the other row ends it.
        String superior = line.replace(";;", ";" + other + ";");
        take("rater-lines", heading + next + superior);
        assertEquals(List.of("2026-05-31", "null"), lastDays("rater_line", nurse));
        take("rater-lines", heading + line.replace(";\n", ";2026-03-31\n"));
        assertEquals(List.of("2026-03-31", "null"), lastDays("rater_line", nurse));
    }

    private List<String> refused(String kind, String file) {
        return assertThrows(ProblemException.class, () -> take(kind, file)).fields().stream().map(FieldProblem::field)
                .toList();
    }

    /** Of the person's assignments, or of the lines of these, the earliest first. */
    private List<String> lastDays(String table, String number) {
        List<?> days = slice.inTenant("samarinda", "admin", unit -> unit.entityManager().createNativeQuery("""
                select coalesce(cast(t.valid_to as text), 'null') from __T__.%s t
                  join __T__.assignment a on a.assignment_id = t.assignment_id
                 where a.employee_id = ? order by t.valid_from""".formatted(table))
                .setParameter(1, id(unit, number)).getResultList());
        return days.stream().map(String.class::cast).toList();
    }

    @Test
    void grantsRolesForUnits() {
        takeAll();
        String grants = "nip;peran;kode_unit;mulai\n%s;Kepala Unit;%s;2024-01-01\n".formatted(head, code);
        assertEquals(1, take("role-grants", grants).created());
        assertEquals(1, take("role-grants", grants + "\n").unchanged());
        assertEquals(2, (int) slice.inTenant("samarinda", "admin", unit -> {
            UUID headId = id(unit, head);
            var reads = new UnitReads(unit.entityManager(), new UnitSql(unit.entityManager()));
            List<UUID> headed = reads.unitsWithRole(headId, "UNIT_HEAD", DAY);
            return reads.subtree(headed.get(0)).size();
        }));
        String ended = "nip;peran;kode_unit;mulai;sampai\n%s;Kepala Unit;%s;2024-01-01;2026-01-31\n".formatted(head, code);
        assertEquals(1, take("role-grants", ended).changed());
        assertEquals(1, take("role-grants", grants + "\n\n").unchanged(), "an end stays");
        assertEquals("2026-01-31", slice.inTenant("samarinda", "admin", unit -> unit.entityManager()
                .createNativeQuery("""
                        select cast(g.valid_to as text) from __T__.role_grant g
                        where g.employee_id = ? and g.role = 'UNIT_HEAD'""")
                .setParameter(1, id(unit, head)).getSingleResult()));
    }
}
