package id.capaian.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Governments, packs and holidays an operator chooses from when a government opens. */
@ApplicationScoped
class GovernmentsSql {

    /** Begun: tenants that are ordered, not made yet and not taken back. One whose tenant was dropped may open anew. */
    private static final String GOVERNMENT = """
            with begun as (
                select o.tenant, o.wanted -> 'government' ->> 'code' as government from registry.tenant_order o
                 where o.kind = 'OPEN' and o.state <> 'DONE' and not exists (
                     select from registry.tenant_order l where l.tenant = o.tenant and l.kind = 'TAKE_BACK'
                        and l.state = 'DONE' and l.ordered_at >= o.ordered_at))
            select r.code, r.name, r.kind, p.code as province, p.name as province_name, p.time_zone,
                   case when exists (select from registry.tenant t where t.code = r.tenant_code)
                          or exists (select from begun b where b.tenant = r.tenant_code)
                        then null else r.tenant_code end as proposed,
                   coalesce((select min(t.code) from registry.tenant t
                              where t.government_code = r.code and t.scope is null and t.desired_state <> 'DROPPED'),
                            (select min(b.tenant) from begun b where b.government = r.code)) as tenant
              from ref.region r
              join ref.region p on p.code = case when r.kind = 'PROVINCE' then r.code else r.parent_code end
             where r.tenant_code is not null and (r.valid_to is null or r.valid_to >= ?)
            """;

    private final EntityManager entityManager;

    GovernmentsSql() {
        this(null);
    }

    @Inject
    GovernmentsSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Those whose code begins with the words, or whose name holds them, in the order of codes. */
    List<Government> search(String words, LocalDate today, int most) {
        return rows(entityManager.createNativeQuery(GOVERNMENT + """
                 and (starts_with(r.code, ?) or position(lower(?) in lower(r.name)) > 0)
                 order by r.code limit ?""").setParameter(1, Date.valueOf(today)).setParameter(2, words)
                .setParameter(3, words).setParameter(4, most).getResultList()).stream()
                .map(GovernmentsSql::government).toList();
    }

    Optional<Government> find(String code, LocalDate today) {
        return rows(entityManager.createNativeQuery(GOVERNMENT + " and r.code = ?").setParameter(1, Date.valueOf(today))
                .setParameter(2, code).getResultList()).stream().map(GovernmentsSql::government).findFirst();
    }

    private static Government government(Object[] row) {
        return new Government((String) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4],
                (String) row[5], (String) row[6], (String) row[7]);
    }

    /** Packs of which a version is staged and not retired, each named by its newest. */
    List<StagedPack> packs() {
        return rows(entityManager.createNativeQuery("""
                select distinct on (pack_id) pack_id, coalesce(names ->> 'id', pack_id) as name
                  from registry.pack_artifact where retired_at is null order by pack_id, staged_at desc""")
                .getResultList()).stream().map(row -> new StagedPack((String) row[0], (String) row[1])).toList();
    }

    /** National holidays of a year and of the first weeks of the next, which terms run into. */
    List<LocalDate> holidays(int year) {
        List<?> days = entityManager.createNativeQuery(
                "select day from ref.national_holiday where day >= ? and day < ? order by day")
                .setParameter(1, Date.valueOf(LocalDate.of(year, 1, 1)))
                .setParameter(2, Date.valueOf(LocalDate.of(year + 1, 3, 1))).getResultList();
        return days.stream().map(day -> ((Date) day).toLocalDate()).toList();
    }

    private static List<Object[]> rows(List<?> rows) {
        return rows.stream().map(row -> (Object[]) row).toList();
    }
}
