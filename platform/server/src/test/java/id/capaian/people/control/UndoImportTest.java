package id.capaian.people.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.registry.Registry;
import id.capaian.registry.RegistrySnapshot;
import id.capaian.registry.TenantState;
import id.capaian.registry.TenantView;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Imports taken back on a real database with two tenants. */
class UndoImportTest {

    private static final String TENANT = "samarinda";
    private static final String PEOPLE = "nip;nama;status;golongan;tanggal_lahir;jenis_kelamin\n";
    private static final String UNITS = "kode;nama;jenis;kode_induk;mulai\n";
    private static final String POSITIONS = "kode;nama;kelompok;rumpun\n";
    private static final String PLACES = "nip;kode_jabatan;kode_unit;mulai\n";
    private static final String RATERS = "nip;nip_penilai;nip_atasan_penilai;mulai\n";
    private static final String ROLES = "nip;peran;kode_unit;mulai;sampai\n";

    private final Slice slice = Slice.ofTwoTenants();
    private final Registry registry = new Registry();
    private final String code = "U" + UUID.randomUUID().toString().substring(0, 8);
    private final String head = Imports.number();
    private final String nurse = Imports.number();

    @BeforeEach
    void knowTheTenant() {
        var tenant = new TenantCode(TENANT);
        registry.know(new RegistrySnapshot(Map.of(tenant, new TenantView(tenant, TENANT, "00.00", TENANT,
                ZoneId.of("Asia/Makassar"), "id", TenantState.ACTIVE, "1")), Map.of()));
    }

    @BeforeEach
    void giveBothTenantsTheSame() {
        for (String tenant : List.of(TENANT, "tubei")) {
            Imports.take(slice, tenant, "units", UNITS + fill("%1$s;Puskesmas;PUSKESMAS;;2020-01-01\n"
                    + "%1$s.1;Poli;SEKSI;%1$s;2020-01-01\n"));
            Imports.take(slice, tenant, "positions", POSITIONS + fill("P%1$s;Perawat;KEAHLIAN;health\n"));
            Imports.take(slice, tenant, "people", PEOPLE + person(head, "Ahmad") + person(nurse, "Rizal"));
            Imports.take(slice, tenant, "assignments", PLACES + fill("%2$s;P%1$s;%1$s;2024-01-01\n%3$s;P%1$s;%1$s.1;"
                    + "2024-01-01\n"));
            Imports.take(slice, tenant, "rater-lines", RATERS + fill("%3$s;%2$s;;2024-01-01\n"));
            Imports.take(slice, tenant, "role-grants", ROLES + fill("%2$s;KEPALA UNIT;%1$s;2024-01-01;\n"));
        }
    }

    private String fill(String text) {
        return text.formatted(code, head, nurse);
    }

    private static String person(String number, String name) {
        return "%s;%s;PNS;III/a;1986-09-26;L\n".formatted(number, name);
    }

    /** The clock stands still here, so that nothing but being new tells which one it is. */
    private UUID take(String kind, String file) {
        Set<UUID> before = files().stream().map(TakenFile::id).collect(Collectors.toSet());
        Imports.take(slice, TENANT, kind, file);
        return files().stream().map(TakenFile::id).filter(id -> !before.contains(id)).findFirst().orElseThrow();
    }

    private List<TakenFile> files() {
        return Imports.in(slice, TENANT, wiring -> wiring.get(ImportFileSql.class).newest(10_000));
    }

    private Set<String> undo(UUID file) {
        return Imports.in(slice, TENANT, wiring -> wiring.get(UndoImport.class).undo(file), registry);
    }

    private List<String> refused(UUID file) {
        String before = Imports.dump(slice);
        ProblemException refused = assertThrows(ProblemException.class, () -> undo(file));
        assertEquals(Problem.IMPORT_BUILT_ON, refused.problem());
        assertEquals(before, Imports.dump(slice));
        return refused.fields().stream().map(field -> field.detail()).toList();
    }

    private void restores(String kind, String table, String file) {
        List<String> before = Imports.rows(slice, TENANT, table);
        List<String> elsewhere = Imports.rows(slice, "tubei", table);
        UUID taken = take(kind, file);
        assertFalse(before.equals(Imports.rows(slice, TENANT, table)), "the file changes something");
        undo(taken);
        assertEquals(before, Imports.rows(slice, TENANT, table));
        assertEquals(elsewhere, Imports.rows(slice, "tubei", table));
    }

    @Test
    void restoresUnitsAndWhereTheyLay() {
        restores("units", "org_unit", UNITS + fill("%1$s.2;Loket;SEKSI;%1$s;2020-01-01\n%1$s.1;Poli Umum;SEKSI;%1$s.2;"
                + "2020-01-01\n"));
    }

    @Test
    void restoresPosts() {
        restores("positions", "position", POSITIONS + fill("P%1$s;Perawat Ahli;KEAHLIAN;health\nQ%1$s;Bidan;KEAHLIAN;"
                + "health\n"));
    }

    @Test
    void restoresPeopleAndWithdrawsTheirAccounts() {
        List<String> requests = Imports.rows(slice, TENANT, "employee");
        List<String> accounts = accountRequests();
        restores("people", "employee", PEOPLE + person(head, "Ahmad Fauzi") + person(Imports.number(), "Siti"));
        assertEquals(requests, Imports.rows(slice, TENANT, "employee"));
        assertEquals(accounts, accountRequests());
    }

    @Test
    void restoresPeopleOfAFileThatDoesNotSpeakOfAllOfThem() {
        Imports.take(slice, TENANT, "people", "nip;nama;gelar_depan;status;golongan;tanggal_lahir;jenis_kelamin;surel;"
                + "kedudukan_hukum\n" + head + ";Ahmad;dr.;PNS;III/a;1986-09-26;L;ahmad@samarinda.example;02\n");
        restores("people", "employee", PEOPLE + person(head, "Ahmad Fauzi"));
    }

    @Test
    void restoresUnitsAndRatersOfFilesThatDoNotSpeakOfAllOfThem() {
        Imports.take(slice, TENANT, "units", "kode;nama;jenis;kode_induk;mulai;sampai\n"
                + fill("%1$s.1;Poli;SEKSI;%1$s;2020-01-01;2026-12-31\n"));
        restores("units", "org_unit", UNITS + fill("%1$s.1;Poli Umum;SEKSI;%1$s;2020-01-01\n"));
        String other = Imports.number();
        Imports.take(slice, TENANT, "people", PEOPLE + person(other, "Siti"));
        Imports.take(slice, TENANT, "rater-lines", RATERS + fill("%3$s;%2$s;" + other + ";2024-01-01\n"));
        restores("rater-lines", "rater_line", "nip;nip_penilai;mulai;sampai\n"
                + fill("%3$s;%2$s;2024-01-01;2026-12-31\n"));
    }

    /** An address that was wrong in the file must not be where the first password goes. */
    @Test
    void restoresWhatTheAccountWasAskedWith() {
        String told = "nip;nama;status;golongan;tanggal_lahir;jenis_kelamin;surel\n"
                + "%s;Ahmad;PNS;III/a;1986-09-26;L;%s\n";
        Imports.take(slice, TENANT, "people", told.formatted(head, "ahmad@samarinda.example"));
        List<String> before = accountRequests();
        assertTrue(before.stream().anyMatch(row -> row.contains("ahmad@samarinda.example")), before::toString);
        UUID wrong = take("people", told.formatted(head, "orang.lain@samarinda.example"));
        assertFalse(before.equals(accountRequests()), "the file changes the request");
        undo(wrong);
        assertEquals(before, accountRequests());
    }

    @Test
    void waitsForAccountsThatAreBeingMade() throws SQLException {
        UUID file = take("people", PEOPLE + person(Imports.number(), "Siti"));
        try (Connection maker = slice.connect("p_owner"); Statement run = maker.createStatement()) {
            run.execute("select pg_advisory_lock(hashtext('capaian/account/" + TENANT + "'))");
            assertEquals(List.of("Akun pegawai sedang dibuat. Coba lagi beberapa menit lagi."), refused(file));
            run.execute("select pg_advisory_unlock_all()");
            run.execute("select pg_advisory_lock(hashtext('capaian/account/tubei'))");
            undo(file);
        }
    }

    /** Of both tenants, as the admin module finds them. */
    private List<String> accountRequests() {
        List<String> found = new ArrayList<>();
        try (Connection owner = slice.connect("p_owner"); Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select r::text from registry.account_request r order by tenant, employee_id")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void reopensThePostThatATransferEnded() {
        restores("assignments", "assignment", PLACES + fill("%3$s;P%1$s;%1$s;2026-07-01\n"));
    }

    @Test
    void restoresRaters() {
        String other = Imports.number();
        Imports.take(slice, TENANT, "people", PEOPLE + person(other, "Siti"));
        restores("rater-lines", "rater_line", RATERS + fill("%3$s;" + other + ";;2026-07-01\n"));
    }

    @Test
    void restoresRoles() {
        restores("role-grants", "role_grant", ROLES + fill("%2$s;KEPALA UNIT;%1$s;2024-01-01;2026-01-31\n"
                + "%3$s;KEPALA UNIT;%1$s;2026-02-01;\n"));
    }

    /** The same guard as in revoking a role. */
    @Test
    void leavesTheRegionAnAdmin() {
        // Other tests may have left admins; afterwards those are as they were.
        write("update __T__.role_grant set role = 'PROVINCE_OVERSEER' where role = 'REGION_HR_ADMIN'");
        try {
            UUID first = take("role-grants", ROLES + fill("%2$s;ADMIN DAERAH;;2024-01-01;\n"));
            assertEquals(List.of("Tanpa peran dari impor ini tidak ada lagi admin kepegawaian daerah. Berikan dulu"
                    + " peran itu kepada orang lain."), refused(first));
            Imports.take(slice, TENANT, "role-grants", ROLES + fill("%3$s;ADMIN DAERAH;;2026-11-25;\n"));
            assertEquals(1, refused(first).size(), "one from tomorrow on is not there today");
            Imports.take(slice, TENANT, "role-grants", ROLES + fill("%3$s;ADMIN DAERAH;;2026-11-24;\n"));
            undo(first);
        } finally {
            write("delete from __T__.role_grant where role = 'REGION_HR_ADMIN'");
            write("update __T__.role_grant set role = 'REGION_HR_ADMIN' where role = 'PROVINCE_OVERSEER'");
        }
    }

    @Test
    void aFileThatEndsRolesLeavesTheRegionAnAdminToo() {
        write("update __T__.role_grant set role = 'PROVINCE_OVERSEER' where role = 'REGION_HR_ADMIN'");
        try {
            take("role-grants", ROLES + fill("%2$s;ADMIN DAERAH;;2024-01-01;\n"));
            String ended = ROLES + fill("%2$s;ADMIN DAERAH;;2024-01-01;2026-11-23\n");
            assertEquals(List.of("baris 2, sampai"), refusedFields(ended));
            assertEquals(1, ending(ROLES + fill("%2$s;ADMIN DAERAH;;2024-01-01;2099-01-01\n")).changed(), "not today");
            assertEquals(1, ending(ended + fill("%3$s;ADMIN DAERAH;;2026-11-24;\n")).changed(), "another is there");
        } finally {
            write("delete from __T__.role_grant where role = 'REGION_HR_ADMIN'");
            write("update __T__.role_grant set role = 'REGION_HR_ADMIN' where role = 'PROVINCE_OVERSEER'");
        }
    }

    private ImportAnswer ending(String file) {
        return Imports.in(slice, TENANT, wiring -> wiring.get(ImportFile.class)
                .run("role-grants", file.getBytes(StandardCharsets.UTF_8), false), registry);
    }

    private List<String> refusedFields(String file) {
        return assertThrows(ProblemException.class, () -> ending(file)).fields().stream().map(FieldProblem::field)
                .toList();
    }

    @Test
    void tellsWhoseRolesAreGone() {
        UUID roles = take("role-grants", ROLES + fill("%2$s;PENGELOLA KINERJA;;2026-01-01;\n%3$s;PENGELOLA KINERJA;;"
                + "2026-01-01;\n"));
        String subject = "subject-of-" + head;
        write("insert into __T__.account (subject, employee_id, linked_at) select ?, e.employee_id,"
                + " timestamptz '2026-11-24 01:00Z' from __T__.employee e where e.civil_number = ?", subject, head);
        assertEquals(Set.of(subject), Imports.in(slice, TENANT,
                wiring -> wiring.get(UndoImport.class).losing(roles), registry));
        assertEquals(Set.of(subject), undo(roles));
        assertEquals(Set.of(), undo(roles), "once");
    }

    @Test
    void letsTheSameFileBeTakenAgain() {
        String file = PEOPLE + person(Imports.number(), "Siti");
        UUID first = take("people", file);
        undo(first);
        undo(first);
        assertEquals(1, Imports.take(slice, TENANT, "people", file).created());
        assertTrue(Imports.take(slice, TENANT, "people", file).alreadyImported());
        TakenFile taken = files().stream().filter(one -> one.id().equals(first)).findFirst().orElseThrow();
        assertEquals(List.of(1, Slice.CLOCK.instant(), Imports.ADMIN), List.of(taken.created(), taken.undoneAt(),
                taken.undoneBy()));
    }

    @Test
    void saysWhatHasBeenBuiltOnIt() {
        String new1 = Imports.number();
        UUID people = take("people", PEOPLE + person(new1, "Siti"));
        UUID units = take("units", UNITS + fill("%1$s.3;Loket;SEKSI;%1$s;2020-01-01\n"));
        UUID places = take("assignments", PLACES + fill(new1 + ";P%1$s;%1$s.3;2024-01-01\n"));
        UUID raters = take("rater-lines", RATERS + fill(new1 + ";%2$s;;2024-01-01\n"));
        assertEquals(List.of("1 penempatan memakai data dari impor ini. Batalkan dulu impor penempatan itu."),
                refused(people));
        assertEquals(1, refused(units).size());
        assertEquals(List.of("1 hubungan penilai memakai data dari impor ini. Batalkan dulu impor penilai itu."),
                refused(places));
        for (UUID file : List.of(raters, places, units, people)) {
            undo(file);
        }
    }

    /** A plan has the indicators of its post's job family, as it was when the plan was made. */
    @Test
    void keepsPostsThatPlansWereMadeFromSince() {
        plan(head, UUID.randomUUID());
        UUID posts = take("positions", POSITIONS + fill("P%1$s;Guru;KEAHLIAN;teacher\n"));
        UUID plan = UUID.randomUUID();
        plan(nurse, plan);
        assertEquals(List.of("1 SKP sudah dibuat sejak impor ini untuk pemegang jabatan yang diubahnya. Perbaiki"
                + " jabatannya dengan berkas baru."), refused(posts));
        write("update __T__.skp set status = 'CANCELLED', version = version + 1 where skp_id = ?", plan);
        undo(posts);
    }

    /** An evaluation that began before the import may have been opened again since, with the raters it brought. */
    @Test
    void keepsRatersThatEvaluationsOpenedAgainHaveTaken() {
        UUID evaluation = evaluation(nurse, "CLOSED");
        UUID raters = take("rater-lines", RATERS + fill("%3$s;%2$s;;2026-01-01\n"));
        write("update __T__.evaluation set status = 'SELF_SUBMITTED', version = 2 where evaluation_id = ?", evaluation);
        assertEquals(0, Imports.in(slice, TENANT, wiring -> wiring.get(UndoImport.class).losing(raters), registry).size(),
                "whose rater is as before");
        rates(head, evaluation);
        assertEquals(1, refused(raters).size());
    }

    /** The night gives them to the rater of the day, and after the undo back to the one before. */
    @Test
    void takesRatersBackThatTheNightGaveToEvaluationsNobodyHasRated() {
        UUID evaluation = evaluation(nurse, "GRACE");
        UUID without = evaluation(head, "GRACE");
        try {
            List.of(evaluation, without).forEach(this::isInForce);
            UUID raters = take("rater-lines", RATERS + fill("%3$s;%2$s;;2026-01-01\n"));
            UUID first = take("rater-lines", RATERS + fill("%2$s;%3$s;;2026-01-01\n"));
            rates(head, evaluation);
            rates(nurse, without);
            assertEquals(1, refused(first).size(), "nobody rated before: the rater would stay");
            write("update __T__.skp set active_version = null where skp_id = ?", evaluation);
            assertEquals(1, refused(raters).size(), "the night passes by");
            isInForce(evaluation);
            stands(evaluation, "RATED", null);
            assertEquals(1, refused(raters).size(), "who rated stays");
            stands(evaluation, "UNDER_REVIEW", "800/1");
            assertEquals(1, refused(raters).size(), "was told a result");
            stands(evaluation, "UNDER_REVIEW", null);
            undo(raters);
        } finally {
            write("update __T__.assessment_period set status = 'CLOSED' where assessment_period_id in (?, ?)",
                    evaluation, without);
            write("update __T__.skp set status = 'CANCELLED', active_version = null where skp_id in (?, ?)",
                    evaluation, without);
        }
    }

    private void isInForce(UUID plan) {
        write("update __T__.skp set status = 'ACTIVE', active_version = 1 where skp_id = ?", plan);
    }

    /** Of a plan in a period of its own; all three have the same id. */
    private UUID evaluation(String number, String period) {
        UUID id = UUID.randomUUID();
        plan(number, id);
        write("insert into __T__.assessment_period values (?, ?, 'Uji', 'QUARTERLY', date '2026-10-01',"
                + " date '2026-12-31', ?, 1)", id, "U" + id, period);
        write("insert into __T__.evaluation (evaluation_id, skp_id, assessment_period_id, employee_id, org_unit_id,"
                + " status, version) select s.skp_id, s.skp_id, s.skp_id, a.employee_id, a.org_unit_id, 'SELF_FILLING', 1"
                + " from __T__.skp s join __T__.assignment a using (assignment_id) where s.skp_id = ?", id);
        return id;
    }

    private void rates(String number, UUID evaluation) {
        write("update __T__.evaluation set rater_id = (select employee_id from __T__.employee where civil_number = ?),"
                + " version = version + 1 where evaluation_id = ?", number, evaluation);
    }

    private void stands(UUID evaluation, String status, String reopened) {
        write("update __T__.evaluation set status = ?, reopen_order = cast(? as text), version = version + 1"
                + " where evaluation_id = ?", status, reopened, evaluation);
    }

    private void plan(String number, UUID id) {
        write("insert into __T__.skp (skp_id, assignment_id, starts_on, ends_on, status, version) select ?,"
                + " a.assignment_id, date '2026-10-01', date '2026-12-31', 'DRAFT', 1 from __T__.assignment a"
                + " join __T__.employee e using (employee_id) where e.civil_number = ?", id, number);
    }

    private int write(String sql, Object... values) {
        return slice.inTenant(TENANT, Imports.ADMIN, unit -> {
            var query = unit.entityManager().createNativeQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            return query.executeUpdate();
        });
    }

    @Test
    void takesNewerFilesBackBeforeOlderOnes() {
        UUID first = take("people", PEOPLE + person(head, "Ahmad A."));
        UUID second = take("people", PEOPLE + person(head, "Ahmad B."));
        assertTrue(refused(first).get(0).startsWith("1 baris sudah berubah sesudah impor ini."));
        undo(second);
        undo(first);
        assertTrue(Imports.rows(slice, TENANT, "employee").stream()
                .anyMatch(row -> row.contains(head) && row.contains("\"Ahmad\"")));
    }

    @Test
    void refusesAfterADay() {
        UUID file = take("people", PEOPLE + person(Imports.number(), "Siti"));
        Clock later = Clock.fixed(Slice.CLOCK.instant().plus(Duration.ofHours(24)), Slice.CLOCK.getZone());
        ProblemException refused = assertThrows(ProblemException.class, () -> Imports.in(slice, TENANT, wiring -> {
            wiring.get(UndoImport.class).undo(file);
            return null;
        }, later));
        assertEquals(Problem.IMPORT_BUILT_ON, refused.problem());
        assertTrue(refused.fields().get(0).detail().contains("24 jam"));
    }

    @Test
    void knowsNothingOfTheOtherTenantsFiles() {
        UUID file = take("people", PEOPLE + person(Imports.number(), "Siti"));
        ProblemException refused = assertThrows(ProblemException.class, () -> Imports.in(slice, "tubei", wiring -> {
            wiring.get(UndoImport.class).undo(file);
            return null;
        }));
        assertEquals(Problem.NOT_FOUND, refused.problem());
    }
}
