package id.capaian.statistics.control;

import id.capaian.kernel.tenancy.Slice;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** Makes people of one unit with final evaluations, as they stand in a tenant's tables. */
final class Seed {

    private final Slice slice;
    private final String tenant;
    private final String period;
    private final UUID unit = UUID.randomUUID();

    Seed(Slice slice, String tenant, String period) {
        this.slice = slice;
        this.tenant = tenant;
        this.period = period;
        slice.inTenant(tenant, "seed", work -> {
            ground(work.entityManager());
            return null;
        });
    }

    UUID unit() {
        return unit;
    }

    /** Adds people with that predicate; an index of null means that nothing was suggested for them. */
    Seed people(int number, String predicate, Integer index) {
        slice.inTenant(tenant, "seed", work -> {
            people(work.entityManager(), number, predicate);
            if (index != null) {
                suggest(work.entityManager(), predicate, index);
            }
            return null;
        });
        return this;
    }

    /** Adds a second final evaluation here for that many people of another unit, who went over on 16 November. */
    Seed transferred(int number, Seed from, String predicate) {
        return again(number, from, predicate, "DEFINITIVE", """
                update __T__.assignment a set valid_to = date '2026-11-15' where a.assignment_id in (
                    select employee_id from __T__.evaluation where org_unit_id = cast(? as uuid) order by 1 limit ?)""", """
                update __T__.skp s set ends_on = date '2026-11-15' where s.skp_id in (
                    select employee_id from __T__.evaluation where org_unit_id = cast(? as uuid) order by 1 limit ?)""");
    }

    /** Adds one for people of another unit who stand in here for some time. */
    Seed acting(int number, Seed from, String predicate) {
        return again(number, from, predicate, "ACTING");
    }

    private Seed again(int number, Seed from, String predicate, String kind, String... before) {
        slice.inTenant(tenant, "seed", work -> {
            for (String sql : before) {
                work.entityManager().createNativeQuery(sql).setParameter(1, from.unit.toString())
                        .setParameter(2, number).executeUpdate();
            }
            return work.entityManager().createNativeQuery("""
                    with person as materialized (
                        select gen_random_uuid() as id, employee_id, cast(? as uuid) as unit
                          from __T__.evaluation where org_unit_id = ? order by employee_id limit ?
                    ), assignments as (
                        insert into __T__.assignment
                        select id, employee_id, unit, unit, ?, date '2026-11-16', null, 1 from person
                    ), plans as (
                        insert into __T__.skp
                        select id, id, date '2026-11-16', date '2026-12-31', 'ACTIVE', null, null, 1 from person
                    )
                    insert into __T__.evaluation (evaluation_id, skp_id, assessment_period_id, employee_id,
                                                  org_unit_id, status, result_rating, behavior_rating, predicate,
                                                  version)
                    select id, id, p.assessment_period_id, employee_id, unit, 'FINAL', 'MEETS', 'MEETS', ?, 1
                      from person cross join __T__.assessment_period p where p.code = ?""")
                    .setParameter(1, unit.toString()).setParameter(2, from.unit).setParameter(3, number)
                    .setParameter(4, kind).setParameter(5, predicate).setParameter(6, period).executeUpdate();
        });
        return this;
    }

    /** Reopens that many evaluations of the unit. */
    Seed reopen(int number) {
        slice.inTenant(tenant, "seed", work -> work.entityManager().createNativeQuery("""
                update __T__.evaluation set status = 'RATED' where evaluation_id in (
                    select evaluation_id from __T__.evaluation where org_unit_id = ? and status = 'FINAL' limit ?)""")
                .setParameter(1, unit).setParameter(2, number).executeUpdate());
        return this;
    }

    /** Makes those final that were reopened. */
    void finish() {
        slice.inTenant(tenant, "seed", work -> work.entityManager().createNativeQuery(
                "update __T__.evaluation set status = 'FINAL' where org_unit_id = ? and status = 'RATED'")
                .setParameter(1, unit).executeUpdate());
    }

    /** Moves the period there. */
    void put(String status) {
        slice.inTenant(tenant, "seed", work -> work.entityManager().createNativeQuery(
                "update __T__.assessment_period set status = ? where code = ?")
                .setParameter(1, status).setParameter(2, period).executeUpdate());
    }

    private void ground(EntityManager entityManager) {
        entityManager.createNativeQuery("""
                insert into __T__.assessment_period
                select gen_random_uuid(), ?, 'Uji', 'QUARTERLY', date '2026-10-01', date '2026-12-31', 'OPEN', 1
                on conflict (code) do nothing""").setParameter(1, period).executeUpdate();
        entityManager.createNativeQuery("""
                insert into __T__.org_unit values (?, ?, 'Unit uji', 'SECTION', null, date '2026-01-01', null, 1)""")
                .setParameter(1, unit).setParameter(2, unit.toString()).executeUpdate();
        entityManager.createNativeQuery("insert into __T__.position values (?, ?, 'Uji', 'EXECUTIVE', 'test', 1)")
                .setParameter(1, unit).setParameter(2, unit.toString()).executeUpdate();
    }

    private void people(EntityManager entityManager, int number, String predicate) {
        entityManager.createNativeQuery("""
                with person as materialized (
                    select gen_random_uuid() as id, cast(? as uuid) as unit from generate_series(1, ?)
                ), employees as (
                    insert into __T__.employee
                    select id, 'NIP', '8' || lpad(cast(cast(random() * 1e16 as bigint) as text), 17, '0'), 'Uji', null,
                           null, 'PNS', null, date '1990-01-01', 'FEMALE', null, null, 'ACTIVE', 1 from person
                ), assignments as (
                    insert into __T__.assignment
                    select id, id, unit, unit, 'DEFINITIVE', date '2026-01-01', null, 1 from person
                ), plans as (
                    insert into __T__.skp
                    select id, id, date '2026-01-01', date '2026-12-31', 'ACTIVE', null, null, 1 from person
                )
                insert into __T__.evaluation (evaluation_id, skp_id, assessment_period_id, employee_id, org_unit_id,
                                              status, result_rating, behavior_rating, predicate, version)
                select id, id, p.assessment_period_id, id, unit, 'FINAL', 'MEETS', 'MEETS', ?, 1
                  from person cross join __T__.assessment_period p where p.code = ?""")
                .setParameter(1, unit.toString()).setParameter(2, number).setParameter(3, predicate)
                .setParameter(4, period).executeUpdate();
    }

    /** Adds suggestions of a run that began before all others, with ids after those of the others. */
    Seed suggestedLateByAnOlderRun(String predicate, int index) {
        slice.inTenant(tenant, "seed", work -> {
            suggest(work.entityManager(), predicate, index, new UUID(0x7000, UUID.randomUUID().getLeastSignificantBits()),
                    "ffff");
            return null;
        });
        return this;
    }

    private void suggest(EntityManager entityManager, String predicate, int index) {
        suggest(entityManager, predicate, index, UUID.randomUUID(), "0000");
    }

    private void suggest(EntityManager entityManager, String predicate, int index, UUID run, String idsBegin) {
        entityManager.createNativeQuery("""
                insert into __T__.evaluation_run (evaluation_run_id, assessment_period_id, status, pack_id,
                    pack_version, pack_sha256, formula_id, parameters, person_count, scored_count,
                    not_scorable_count, fault_count, started_by, started_at, version)
                select ?, assessment_period_id, 'DONE', 'p', '1.0.0', 'x', 'f', '{}', 0, 0, 0, 0, 'seed',
                       timestamptz '2026-11-24 02:00:00Z', 1
                  from __T__.assessment_period where code = ?""")
                .setParameter(1, run).setParameter(2, period).executeUpdate();
        entityManager.createNativeQuery("""
                insert into __T__.suggestion (suggestion_id, evaluation_run_id, evaluation_id, outcome, index_score,
                    explanation, input, input_sha256, made_at)
                select cast(overlay(cast(gen_random_uuid() as text) placing ? from 1) as uuid), cast(? as uuid),
                       evaluation_id, 'SCORED', ?, '[]', '{}', 'x', timestamptz '2026-11-24 02:00:00Z'
                  from __T__.evaluation where org_unit_id = ? and predicate = ?""")
                .setParameter(1, idsBegin).setParameter(2, run.toString()).setParameter(3, index)
                .setParameter(4, unit).setParameter(5, predicate).executeUpdate();
    }
}
