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

    List<String> periods() {
        List<String> periods = new ArrayList<>();
        for (Object code : entityManager.createNativeQuery(
                "select distinct period_code from national.cube order by period_code desc").getResultList()) {
            periods.add((String) code);
        }
        return periods;
    }

    List<CubeCell> cells(String period) {
        List<CubeCell> cells = new ArrayList<>();
        for (Object row : entityManager.createNativeQuery("""
                select level, area_code, area_name, measure, category, person_count, value_mean, suppression,
                       tenant_count, as_of
                  from national.cube where period_code = ?
                 order by level = 'NATION', level = 'PROVINCE', area_code, measure, category""")
                .setParameter(1, period).getResultList()) {
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
