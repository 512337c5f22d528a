package id.capaian.admin.tenant;

import id.capaian.admin.database.Catalogue;
import id.capaian.admin.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Gives the tenant's role exactly what each table is meant for: what is append-only by rule is so by right too. A table this
 * program does not know may be read and added to, never changed: too few rights are noticed, too many are not.
 */
final class RightsStep implements Step {

    private static final String ALL = "DELETE,INSERT,SELECT,UPDATE";
    private static final String APPEND = "INSERT,SELECT";
    private static final Map<String, String> SPECIAL = Map.ofEntries(
            Map.entry("audit_entry", APPEND),
            Map.entry("audit_seal", APPEND),
            Map.entry("access_log", APPEND),
            Map.entry("indicator_value", APPEND),
            Map.entry("progress_judgement", APPEND),
            Map.entry("import_file", APPEND),
            Map.entry("import_undo", APPEND),
            Map.entry("import_change", "SELECT"),
            // What was suggested and what became final stays as it was; a newer row corrects it.
            Map.entry("suggestion", APPEND),
            Map.entry("final_result", APPEND),
            Map.entry("rater_score", APPEND),
            Map.entry("flyway_schema_history", ""));
    private static final Set<String> CHANGING = Set.of("account", "assessment_period", "assignment",
            "behavior_expectation", "behavior_mark", "employee", "evaluation", "evaluation_chunk", "evaluation_run",
            "evidence", "feedback", "idempotency_key", "import_draft", "import_mapping", "individual_indicator",
            "objection", "org_unit", "organisation_predicate", "period_extension", "position", "progress_entry",
            "rater_line", "role_grant", "setting", "skp", "skp_version", "work_result");

    private record Table(String name, String rights) {

        String wanted() {
            return SPECIAL.getOrDefault(name, CHANGING.contains(name) ? ALL : APPEND);
        }
    }

    /** Tables that may be read and added to. */
    static Set<String> appendOnly() {
        return SPECIAL.entrySet().stream().filter(table -> table.getValue().equals(APPEND)).map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public StepName name() {
        return StepName.RIGHTS;
    }

    @Override
    public List<String> missing(Connection connection, TenantConfig tenant) throws SQLException {
        if (!Sql.holds(connection, "select pg_catalog.to_regclass(?) is not null",
                tenant.schema() + ".flyway_schema_history")) {
            return List.of("set rights of " + tenant.schema() + " on its tables");
        }
        List<Table> wrong = wrong(connection, tenant.schema());
        return wrong.isEmpty() ? List.of() : List.of("set rights of " + tenant.schema() + " on "
                + (wrong.size() > 5 ? wrong.size() + " tables"
                        : wrong.stream().map(Table::name).collect(Collectors.joining(", "))));
    }

    @Override
    public void act(Connection connection, TenantConfig tenant) throws SQLException {
        String schema = tenant.schema();
        List<String> statements = new ArrayList<>();
        for (Table table : wrong(connection, schema)) {
            String name = schema + "." + table.name();
            statements.add("revoke all on " + name + " from " + schema);
            if (!table.wanted().isEmpty()) {
                statements.add("grant " + table.wanted() + " on " + name + " to " + schema);
            }
        }
        Sql.run(connection, statements.toArray(String[]::new));
    }

    private static List<Table> wrong(Connection connection, String schema) throws SQLException {
        List<Table> tables = Sql.rows(connection, """
                select c.relname,
                       (select pg_catalog.string_agg(a.privilege_type, ',')
                          from pg_catalog.aclexplode(c.relacl) a join pg_catalog.pg_roles r on r.oid = a.grantee
                         where r.rolname = c.nspname)
                  from
                """ + Catalogue.RELATIONS + """
                 c where c.relkind in ('r', 'p', 'v')
                 order by c.relname""", row -> new Table(row.getString(1), sorted(row.getString(2))), schema);
        return tables.stream().filter(table -> !table.rights().equals(table.wanted())).toList();
    }

    private static String sorted(String rights) {
        return rights == null ? "" : String.join(",", new TreeSet<>(List.of(rights.split(","))));
    }
}
