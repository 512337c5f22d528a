package id.capaian.statistics.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The national door's reads: what may be shown, and from which size of group on. */
@ApplicationScoped
class CubeSql {

    private final EntityManager entityManager;

    CubeSql() {
        this(null);
    }

    @Inject
    CubeSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Latest first. Looks at one cell of each period, however many cells it has. */
    List<String> periods() {
        List<String> periods = new ArrayList<>();
        for (Object code : entityManager.createNativeQuery("""
                with recursive period (code) as (
                    (select period_code from national.cube order by period_code desc limit 1)
                    union all
                    select (select c.period_code from national.cube c where c.period_code < period.code
                             order by c.period_code desc limit 1)
                      from period where period.code is not null)
                select code from period where code is not null""").getResultList()) {
            periods.add((String) code);
        }
        return periods;
    }

    /** Name of the nation or of a province; empty when there is none of that code. */
    Optional<String> name(String area) {
        List<?> names = entityManager.createNativeQuery(
                "select name from ref.region where code = ? and kind in ('NATION', 'PROVINCE')")
                .setParameter(1, area).getResultList();
        return names.stream().map(String.class::cast).findFirst();
    }

    /** Cells of the areas the nation or province is made of, then its own. */
    List<CubeCell> cells(String period, String area) {
        List<CubeCell> cells = new ArrayList<>();
        for (Object row : entityManager.createNativeQuery("""
                select level, area_code, area_name, measure, category, person_count, value_mean, suppression,
                       tenant_count, as_of
                  from national.cube
                 where period_code = ? and (parent_code = ? or level in ('NATION', 'PROVINCE') and area_code = ?)
                 order by parent_code is distinct from ?, area_code, measure, category""")
                .setParameter(1, period).setParameter(2, area).setParameter(3, area).setParameter(4, area)
                .getResultList()) {
            cells.add(cell((Object[]) row));
        }
        return cells;
    }

    int smallestGroup(LocalDate on) {
        return ((Number) entityManager.createNativeQuery("""
                select value from ref.threshold where name = 'national-cell' and valid_from <= ?
                 order by valid_from desc limit 1""").setParameter(1, Date.valueOf(on)).getSingleResult()).intValue();
    }

    private static CubeCell cell(Object[] row) {
        return new CubeCell((String) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4],
                (Integer) row[5], (BigDecimal) row[6], (String) row[7], (Integer) row[8],
                ((Timestamp) row[9]).toInstant());
    }
}
