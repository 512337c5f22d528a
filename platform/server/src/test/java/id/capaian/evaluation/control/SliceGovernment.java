package id.capaian.evaluation.control;

import id.capaian.kernel.tenancy.Slice;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small government inside a tenant: one health centre below one office, a head each, a rater with a superior, three
 * people with plans, and an open period. Every instance makes rows of its own.
 */
final class SliceGovernment {

    private static final AtomicInteger GOVERNMENTS = new AtomicInteger();

    final UUID office = UUID.randomUUID();
    final UUID unit = UUID.randomUUID();
    final UUID period = UUID.randomUUID();
    final UUID head = UUID.randomUUID();
    final UUID leader = UUID.randomUUID();
    final UUID rater = UUID.randomUUID();
    final UUID superior = UUID.randomUUID();
    final List<UUID> people = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    final String code = "S" + period.toString().substring(0, 8);

    private EntityManager entityManager;
    private final int nth = GOVERNMENTS.incrementAndGet();
    private int serial;

    /** Writes the rows as the tenant. */
    SliceGovernment in(Slice slice, String tenant) {
        slice.inTenant(tenant, "seed", work -> {
            entityManager = work.entityManager();
            write();
            return null;
        });
        return this;
    }

    private void write() {
        sql("""
                insert into __T__.org_unit
                values (?, ?, 'Dinas Kesehatan', 'SERVICE_OFFICE', null, '2020-01-01', null, 1)""", office, "O" + code);
        sql("""
                insert into __T__.org_unit
                values (?, ?, 'Puskesmas', 'HEALTH_CENTRE', ?, '2020-01-01', null, 1)""", unit, "U" + code, office);
        sql("""
                insert into __T__.assessment_period
                values (?, ?, 'Triwulan IV 2026', 'QUARTERLY', '2026-10-01', '2026-12-31', 'OPEN', 1)""", period, code);
        UUID position = UUID.randomUUID();
        sql("insert into __T__.position values (?, ?, 'Perawat', 'FUNCTIONAL_EXPERT', 'health', 1)", position, "P"
                + code);
        for (UUID employee : List.of(head, leader, rater, superior)) {
            assigned(employee, position);
        }
        heads(head, unit);
        heads(leader, office);
        people.forEach(person -> planned(person, assigned(person, position)));
        sql("insert into __T__.setting values (?, ?, '2', '2020-01-01', 1) on conflict do nothing", UUID.randomUUID(),
                EvaluationSettings.CHUNK_SIZE);
    }

    /** Has one person hand in a file of evidence for the one result of the plan; answers where the store keeps it. */
    String evidenceOf(Slice slice, String tenant, UUID person) {
        String key = "ab".repeat(32);
        slice.inTenant(tenant, "seed", work -> {
            entityManager = work.entityManager();
            UUID entry = UUID.randomUUID();
            sql("""
                    insert into __T__.progress_entry select ?, s.skp_id, ?, i.individual_indicator_id, 'SAVED', 76,
                        null, null, null, now(), 1
                    from __T__.assignment a join __T__.skp s on s.assignment_id = a.assignment_id
                        join __T__.skp_version v on v.skp_id = s.skp_id
                        join __T__.work_result r on r.skp_version_id = v.skp_version_id
                        join __T__.individual_indicator i on i.work_result_id = r.work_result_id
                    where a.employee_id = ?""", entry, period, person);
            sql("insert into __T__.evidence values (?, ?, 'a.pdf', 'application/pdf', 1, ?, ?, now(), null)",
                    UUID.randomUUID(), entry, key, key);
            return null;
        });
        return key;
    }

    /** Makes somebody head of the health centre. */
    void makeHead(Slice slice, String tenant, UUID person) {
        slice.inTenant(tenant, "seed", work -> {
            entityManager = work.entityManager();
            heads(person, unit);
            return null;
        });
    }

    /** Sets a status of the period. */
    void period(Slice slice, String tenant, String status) {
        slice.inTenant(tenant, "seed", work -> {
            entityManager = work.entityManager();
            sql("update __T__.assessment_period set status = ? where assessment_period_id = ?", status, period);
            return null;
        });
    }

    /** A regional head or officer: an employee without civil number and post. */
    UUID official(Slice slice, String tenant, String key) {
        UUID official = UUID.randomUUID();
        slice.inTenant(tenant, "seed", work -> {
            entityManager = work.entityManager();
            sql("""
                    insert into __T__.employee (employee_id, official_key, full_name, employment, legal_status, version)
                    values (?, ?, ?, 'OFFICIAL', '01', 1)""", official, key + "-" + code.toLowerCase(Locale.ROOT),
                    "Pejabat " + key);
            return null;
        });
        return official;
    }

    /** A second unit below the office, beside the health centre. */
    UUID unitBelowTheOffice(Slice slice, String tenant) {
        UUID beside = UUID.randomUUID();
        slice.inTenant(tenant, "seed", work -> {
            entityManager = work.entityManager();
            sql("""
                    insert into __T__.org_unit
                    values (?, ?, 'Balai', 'HEALTH_CENTRE', ?, '2020-01-01', null, 1)""", beside, "B" + beside, office);
            return null;
        });
        return beside;
    }

    /** Makes somebody head of the office above. */
    void makeLeader(Slice slice, String tenant, UUID person) {
        slice.inTenant(tenant, "seed", work -> {
            entityManager = work.entityManager();
            heads(person, office);
            return null;
        });
    }

    /** An acting duty beside the definitive post, with a plan of its own. */
    void actsIn(Slice slice, String tenant, UUID person, UUID otherUnit) {
        slice.inTenant(tenant, "seed", work -> {
            entityManager = work.entityManager();
            UUID assignment = UUID.randomUUID();
            sql("""
                    insert into __T__.assignment select ?, employee_id, position_id, ?, 'ACTING', '2026-02-01', null, 1
                    from __T__.assignment where employee_id = ?""", assignment, otherUnit, person);
            planned(person, assignment);
            return null;
        });
    }

    /** A transfer: from today on these two rate and decide for everybody. */
    void ratersBecome(Slice slice, String tenant, UUID newRater, UUID newSuperior) {
        slice.inTenant(tenant, "seed", work -> {
            entityManager = work.entityManager();
            people.forEach(person -> sql("""
                    update __T__.rater_line set rater_id = ?, rater_superior_id = ? where assignment_id =
                        (select assignment_id from __T__.assignment where employee_id = ?)""", newRater, newSuperior,
                    person));
            return null;
        });
    }

    /** A transfer on a day: who rated until then is named until the day before. */
    void ratersBecomeOn(Slice slice, String tenant, String day, UUID newRater, UUID newSuperior) {
        slice.inTenant(tenant, "seed", work -> {
            entityManager = work.entityManager();
            people.forEach(person -> {
                sql("""
                        update __T__.rater_line set valid_to = cast(? as date) - 1 where assignment_id =
                            (select assignment_id from __T__.assignment where employee_id = ?)""", day, person);
                sql("""
                        insert into __T__.rater_line select ?, assignment_id, ?, ?, cast(? as date), null, 1
                        from __T__.assignment where employee_id = ?""", UUID.randomUUID(), newRater, newSuperior, day,
                        person);
            });
            return null;
        });
    }

    /** Somebody's post, with the line of raters, ends on a day; nobody ended the plan. */
    void endPost(Slice slice, String tenant, UUID person, String lastDay) {
        slice.inTenant(tenant, "seed", work -> {
            entityManager = work.entityManager();
            sql("""
                    update __T__.rater_line set valid_to = cast(? as date) where assignment_id =
                        (select assignment_id from __T__.assignment where employee_id = ?)""", lastDay, person);
            sql("update __T__.assignment set valid_to = cast(? as date) where employee_id = ?", lastDay, person);
            return null;
        });
    }

    /** Nobody is named to rate somebody. */
    void dropRater(Slice slice, String tenant, UUID person) {
        slice.inTenant(tenant, "seed", work -> {
            entityManager = work.entityManager();
            sql("""
                    delete from __T__.rater_line where assignment_id =
                        (select assignment_id from __T__.assignment where employee_id = ?)""", person);
            return null;
        });
    }

    /** Takes from somebody whatever the person heads. */
    void headsNothing(Slice slice, String tenant, UUID person) {
        slice.inTenant(tenant, "seed", work -> {
            entityManager = work.entityManager();
            sql("delete from __T__.role_grant where employee_id = ?", person);
            return null;
        });
    }

    /** The civil number of somebody. */
    String numberOf(Slice slice, String tenant, UUID employee) {
        return slice.inTenant(tenant, "seed", work -> (String) work.entityManager().createNativeQuery(
                "select civil_number from __T__.employee where employee_id = ?").setParameter(1, employee)
                .getSingleResult());
    }

    private void heads(UUID employee, UUID headed) {
        sql("insert into __T__.role_grant values (?, 'UNIT_HEAD', null, ?, ?, 'seed', now(), '2020-01-01', null, 1)",
                UUID.randomUUID(), employee, headed);
    }

    private UUID assigned(UUID employee, UUID position) {
        serial++;
        String number = String.format("19900101%08d%02d", nth, serial);
        sql("""
                insert into __T__.employee values (?, 'NIP', ?, ?, null, null, 'PNS', 'III/a', '1990-01-01', 'FEMALE',
                    null, null, '01', 1)""", employee, number, "Pegawai " + serial);
        UUID assignment = UUID.randomUUID();
        sql("insert into __T__.assignment values (?, ?, ?, ?, 'DEFINITIVE', '2020-01-01', null, 1)", assignment,
                employee,
                position, unit);
        return assignment;
    }

    private void planned(UUID person, UUID assignment) {
        sql("insert into __T__.rater_line values (?, ?, ?, ?, '2020-01-01', null, 1)", UUID.randomUUID(), assignment,
                rater,
                superior);
        UUID plan = UUID.randomUUID();
        UUID version = UUID.randomUUID();
        UUID result = UUID.randomUUID();
        sql("insert into __T__.skp values (?, ?, '2026-01-01', '2026-12-31', 'ACTIVE', 1, null, 1)", plan, assignment);
        sql("""
                insert into __T__.skp_version
                values (?, ?, 1, 'QUANTITATIVE', 'region-slice', '1.0.0', 'health', null, null, now())""", version, plan);
        sql("insert into __T__.work_result values (?, ?, 'MAIN', 1, 'Pasien terlayani', null)", result, version);
        sql("""
                insert into __T__.individual_indicator values (?, ?, 1, 'SLC.PAT', 'Pasien terlayani', 'QUANTITY',
                    'orang', 'MAX', 80, null, null, 100, 'PERSON')""", UUID.randomUUID(), result);
        sql("""
                insert into __T__.indicator_value values (?, 'PERSON', ?, 'SLC.PAT', ?, 76, 'import', now(), null, null,
                    1, 1, 1, null, now())""", UUID.randomUUID(), person, period);
    }

    private void sql(String text, Object... parameters) {
        var query = entityManager.createNativeQuery(text);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        query.executeUpdate();
    }
}
