package id.capaian.readiness.control;

import id.capaian.evaluation.Rehearsals.Shadow;
import id.capaian.kernel.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Counts what is there of a government, finds places for shadow staff, and notes that a rehearsal was played. */
@ApplicationScoped
class PreparationSql {

    /** Setting under which the last rehearsal is noted. */
    static final String REHEARSAL = "onboarding.rehearsal";

    private static final String HELD = """
            select a.assignment_id, a.employee_id, a.org_unit_id, a.position_id
            from __T__.assignment a join __T__.employee e on e.employee_id = a.employee_id
            where a.kind = 'DEFINITIVE' and e.employment <> 'OFFICIAL' and a.valid_from <= cast(? as date)
                and coalesce(a.valid_to, 'infinity') >= cast(? as date)""";

    private final EntityManager entityManager;

    PreparationSql() {
        this(null);
    }

    @Inject
    PreparationSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * What is there on a day.
     *
     * @param people   without officials
     * @param posted   of them, who holds a definitive post
     * @param rated    of the posted, who has a rater other than oneself
     * @param accounts of the people, who can sign in
     */
    record Counts(int units, int posts, int people, int posted, int rated, int accounts) {
    }

    /** One statement. */
    Counts counts(LocalDate day) {
        Object[] row = (Object[]) entityManager.createNativeQuery("with held as (" + HELD + """
                )
                select (select count(*) from __T__.org_unit), (select count(*) from __T__.position),
                    (select count(*) from __T__.employee where employment <> 'OFFICIAL'),
                    (select count(*) from held),
                    (select count(*) from held join __T__.rater_line r on r.assignment_id = held.assignment_id
                        and r.rater_id <> held.employee_id and r.valid_from <= cast(? as date)
                        and coalesce(r.valid_to, 'infinity') >= cast(? as date)),
                    (select count(*) from __T__.account c join __T__.employee e on e.employee_id = c.employee_id
                        where e.employment <> 'OFFICIAL')""")
                .setParameter(1, Date.valueOf(day)).setParameter(2, Date.valueOf(day))
                .setParameter(3, Date.valueOf(day)).setParameter(4, Date.valueOf(day)).getSingleResult();
        return new Counts(count(row[0]), count(row[1]), count(row[2]), count(row[3]), count(row[4]), count(row[5]));
    }

    /** How many people work in each unit on a day; units without anybody are absent. */
    Map<UUID, Integer> staff(LocalDate day) {
        List<?> rows = entityManager.createNativeQuery("select org_unit_id, count(*) from (" + HELD
                + ") held group by org_unit_id").setParameter(1, Date.valueOf(day)).setParameter(2, Date.valueOf(day))
                .getResultList();
        return rows.stream().map(Object[].class::cast)
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> count(row[1])));
    }

    /**
     * Places of the tree for so many shadow staff: as many different job families and units as there are, then the
     * same again. No person is read but by the post.
     */
    List<Shadow> places(LocalDate day, int most) {
        List<?> rows = entityManager.createNativeQuery("with held as (" + HELD + """
                ), place as (
                    select held.org_unit_id, p.job_family,
                        row_number() over (partition by p.job_family, held.org_unit_id order by held.assignment_id)
                            as again
                    from held join __T__.position p on p.position_id = held.position_id
                ), turn as (
                    select place.*, row_number() over (partition by again, job_family order by org_unit_id) as nth
                    from place
                )
                select u.org_unit_id, u.name, turn.job_family from turn join __T__.org_unit u using (org_unit_id)
                order by turn.again, turn.nth, turn.job_family, u.code fetch first ? rows only""")
                .setParameter(1, Date.valueOf(day)).setParameter(2, Date.valueOf(day)).setParameter(3, most)
                .getResultList();
        return rows.stream().map(Object[].class::cast)
                .map(row -> new Shadow((UUID) row[0], (String) row[1], (String) row[2])).toList();
    }

    Optional<RehearsalNote> rehearsed() {
        List<?> newest = entityManager.createNativeQuery("""
                select value from __T__.setting where name = ? order by valid_from desc fetch first 1 row only""")
                .setParameter(1, REHEARSAL).getResultList();
        return newest.stream().map(value -> Json.read((String) value, RehearsalNote.class)).findFirst();
    }

    /** One row for all rehearsals, however often they are played. */
    void note(UUID settingId, RehearsalNote note, LocalDate day) {
        int changed = entityManager.createNativeQuery("""
                update __T__.setting set value = ?, valid_from = ?, version = version + 1 where name = ?""")
                .setParameter(1, Json.write(note)).setParameter(2, Date.valueOf(day)).setParameter(3, REHEARSAL)
                .executeUpdate();
        if (changed == 0) {
            entityManager.createNativeQuery("insert into __T__.setting values (?, ?, ?, ?, 1)")
                    .setParameter(1, settingId).setParameter(2, REHEARSAL).setParameter(3, Json.write(note))
                    .setParameter(4, Date.valueOf(day)).executeUpdate();
        }
    }

    private static int count(Object number) {
        return ((Number) number).intValue();
    }
}
