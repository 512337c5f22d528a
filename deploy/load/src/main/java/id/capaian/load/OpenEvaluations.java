package id.capaian.load;

import id.capaian.load.Person.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Evaluations of the first teams of some tenants, in which people may still record progress; gone when closed. */
final class OpenEvaluations implements AutoCloseable {

    private final Connection connection;
    private final List<Integer> tenants;

    /** @param raters whose people, of each tenant the first so many */
    OpenEvaluations(House house, List<Integer> tenants, int raters) throws SQLException {
        this.tenants = tenants;
        this.connection = house.system().database().connect("postgres", "capaian");
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (int tenant : tenants) {
                statement.execute(insert(tenant, raters, house.periods()));
                statement.execute("analyze t_" + Person.code(tenant) + ".evaluation");
            }
        }
    }

    private static String insert(int tenant, int raters, Map<Integer, UUID> periods) {
        List<String> rows = new ArrayList<>();
        for (int number = 1; number <= raters * Person.TEAM; number++) {
            Person person = new Person(tenant, number);
            Person above = person.rater().rater();
            rows.add("('%s', '%s', '%s', '%s', '%s', '%s', %s, 'SELF_FILLING', 1)".formatted(
                    person.own(Kind.EVALUATION), person.own(Kind.PLAN), periods.get(tenant), person.own(Kind.EMPLOYEE),
                    person.unit(), person.rater().own(Kind.EMPLOYEE),
                    above == null ? "null" : "'" + above.own(Kind.EMPLOYEE) + "'"));
        }
        return "insert into t_" + Person.code(tenant) + ".evaluation (evaluation_id, skp_id, assessment_period_id,"
                + " employee_id, org_unit_id, rater_id, rater_superior_id, status, version) values "
                + String.join(",", rows);
    }

    @Override
    public void close() throws SQLException {
        try (connection; Statement statement = connection.createStatement()) {
            for (int tenant : tenants) {
                statement.execute("delete from t_" + Person.code(tenant) + ".evaluation");
                statement.execute("vacuum (analyze) t_" + Person.code(tenant) + ".evaluation");
            }
        }
    }
}
