package id.capaian.load;

import id.capaian.load.Person.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What tenants would have published of two periods gone by: of one all of them, of the other ten. Every government
 * counts so many that nothing of it need be hidden, also one that has few people here.
 */
final class NationalFigures {

    /** The period all tenants have published. */
    static final String OF_ALL = Integer.toString(Generator.YEAR - 1);
    /** The period ten have published. */
    static final String OF_TEN = Integer.toString(Generator.YEAR - 2);

    static final int FEW = 10;
    private static final int LEAST = 400;
    /** Percent of the evaluated. */
    private static final List<String> PREDICATES =
            List.of("VERY_GOOD", "GOOD", "NEEDS_IMPROVEMENT", "POOR", "VERY_POOR");
    private static final List<Integer> SHARES = List.of(20, 60, 10, 5, 5);
    private static final String INSERT = "insert into national.summary (tenant, period_code, org_unit_id,"
            + " org_unit_name, measure, category, person_count, value_sum, published_at)"
            + " values (?, ?, ?, 'Bidang 0', ?, ?, ?, ?, now())";

    private final Connection connection;

    /** @param connection of the superuser */
    NationalFigures(Connection connection) {
        this.connection = connection;
    }

    void write(Nation nation) throws SQLException {
        write(nation, nation.all(), OF_ALL);
        write(nation, nation.sample(FEW), OF_TEN);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select national.refresh('" + OF_ALL + "'), national.refresh('" + OF_TEN + "')");
            statement.execute("vacuum (analyze) registry.tenant, national.summary, national.cell, national.cube");
        }
    }

    private void write(Nation nation, List<Integer> tenants, String period) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int tenant : tenants) {
                int evaluated = Math.max(nation.staffOf(tenant), LEAST);
                add(insert, tenant, period, "EVALUATED", "ALL", evaluated, null);
                add(insert, tenant, period, "INDEX", "ALL", evaluated, 88L * evaluated);
                for (int i = 0; i < PREDICATES.size(); i++) {
                    add(insert, tenant, period, "PREDICATE", PREDICATES.get(i), evaluated * SHARES.get(i) / 100, null);
                }
            }
            insert.executeBatch();
        }
    }

    private static void add(PreparedStatement insert, int tenant, String period, String measure, String category,
            int persons, Long sum) throws SQLException {
        Object[] values = {Person.code(tenant), period, Person.id(tenant, Kind.UNIT, 0), measure, category, persons,
            sum};
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
    }
}
