package id.capaian.load;

import id.capaian.admin.Admin;
import id.capaian.admin.AdminConfig;
import id.capaian.load.Person.Kind;
import id.capaian.local.EmbeddedPostgres;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * Makes tenants with the admin's own code and fills them by COPY: for each employee an account, a post, a plan in force
 * with 8 results and 16 indicators, three readings of each indicator (the third counts) and a progress entry for each.
 * Names and numbers are invented; the same options give the same rows, but for the ids of the periods.
 */
public final class Generator {

    private static final int READINGS = 3;
    private static final int YEAR = LocalDate.now().getYear();
    private static final String FIRST_DAY = YEAR + "-01-01";
    private static final String LAST_DAY = YEAR + "-12-31";
    private static final String THEN = FIRST_DAY + "T08:00:00Z";

    private final EmbeddedPostgres database;
    private final int staff;
    private final String packs;

    /**
     * For one database.
     *
     * @param staff employees of each tenant
     * @param packs what each tenant is offered, as its file says it
     */
    public Generator(EmbeddedPostgres database, int staff, String packs) {
        this.database = database;
        this.staff = staff;
        this.packs = packs;
    }

    /** The admin's own code. */
    public static Admin admin(EmbeddedPostgres database) {
        return new Admin(AdminConfig.database(
                database.url("capaian"), database.password("p_owner"), database.password("p_app")));
    }

    /** Makes the tenants 1 to {@code count}. Answers the id of each tenant's open period by its number. */
    public Map<Integer, UUID> make(int count) throws SQLException, IOException {
        Admin admin = admin(database);
        admin.migrate();
        Map<Integer, UUID> periods = new HashMap<>();
        // As superuser without triggers: rows nobody wrote need no audit, and their references are right as made.
        try (Connection connection = database.connect("postgres", "capaian");
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (int tenant = 1; tenant <= count; tenant++) {
                admin.applyTenant(yaml(tenant));
                periods.put(tenant, periodOf(statement, tenant));
                fill(connection, tenant, periods.get(tenant));
            }
            statement.execute("analyze");
        }
        return periods;
    }

    private String yaml(int tenant) {
        return """
                code: %s
                name: Beban %d
                government: {code: "64.%02d", name: Beban %d, province: "64"}
                timeZone: Asia/Makassar
                locale: id
                state: active
                calendar:
                  year: %d
                  kind: QUARTERLY
                  periods:
                    - {code: "%d", name: Tahun %d, kind: ANNUAL, startsOn: %s, endsOn: %s, status: OPEN}
                packs: %s
                settings: {answerDays: 14}
                contacts: {operations: beban@example.invalid}
                """.formatted(Person.code(tenant), tenant, tenant, tenant, YEAR, YEAR, YEAR, FIRST_DAY, LAST_DAY,
                packs);
    }

    private static UUID periodOf(Statement statement, int tenant) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select assessment_period_id from t_" + Person.code(tenant) + ".assessment_period")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private void fill(Connection connection, int tenant, UUID period) throws SQLException, IOException {
        Copy copy = new Copy(connection, "t_" + Person.code(tenant));
        copy.row("position", "position_id,code,name,position_group,job_family,version",
                Person.id(tenant, Kind.POSITION, 0), "P-1", "Analis", "FUNCTIONAL_EXPERT", "analyst", 1);
        for (int number = 0; number < staff; number++) {
            Person person = new Person(tenant, number);
            if (number == 0 || !person.unit().equals(new Person(tenant, number - 1).unit())) {
                copy.row("org_unit", "org_unit_id,code,name,kind,valid_from,version",
                        person.unit(), "U-" + number, "Bidang " + number, "DIVISION", FIRST_DAY, 1);
            }
            employee(copy, person);
            plan(copy, person, period);
        }
        copy.send();
    }

    private static void employee(Copy copy, Person person) {
        copy.row("employee", "employee_id,number_kind,civil_number,full_name,employment,birth_date,sex,legal_status,"
                + "version", person.own(Kind.EMPLOYEE), "NIP", String.format("%018d", person.number()),
                "Pegawai " + person.number(), "PNS", "1990-01-01", "FEMALE", "ACTIVE", 1);
        copy.row("account", "subject,employee_id,linked_at", person.subject(), person.own(Kind.EMPLOYEE), THEN);
        copy.row("assignment", "assignment_id,employee_id,position_id,org_unit_id,kind,valid_from,version",
                person.own(Kind.ASSIGNMENT), person.own(Kind.EMPLOYEE), person.position(), person.unit(), "DEFINITIVE",
                FIRST_DAY, 1);
    }

    private static void plan(Copy copy, Person person, UUID period) {
        copy.row("skp", "skp_id,assignment_id,starts_on,ends_on,status,active_version,version",
                person.own(Kind.PLAN), person.own(Kind.ASSIGNMENT), FIRST_DAY, LAST_DAY, "ACTIVE", 1, 1);
        copy.row("skp_version", "skp_version_id,skp_id,version_no,approach,created_at",
                person.own(Kind.VERSION), person.own(Kind.PLAN), 1, "QUANTITATIVE", THEN);
        for (int n = 0; n < Person.RESULTS; n++) {
            copy.row("work_result", "work_result_id,skp_version_id,kind,sequence,title", person.result(n),
                    person.own(Kind.VERSION), "MAIN", n + 1, "Terlaksananya kegiatan nomor " + n + " menurut rencana");
        }
        for (int n = 0; n < Person.INDICATORS; n++) {
            indicator(copy, person, n, period);
        }
    }

    private static void indicator(Copy copy, Person person, int n, UUID period) {
        int inResult = Person.INDICATORS / Person.RESULTS;
        copy.row("individual_indicator", "individual_indicator_id,work_result_id,sequence,code,name,aspect,"
                + "unit_of_measure,direction,target,weight,attribution", person.indicator(n),
                person.result(n / inResult), n % inResult + 1, "ind-" + n,
                "Jumlah dokumen nomor " + n + " yang selesai", "QUANTITY", "dokumen", "MAX", 100 + n, "6.25",
                "PERSON");
        copy.row("progress_entry", "progress_entry_id,skp_id,assessment_period_id,individual_indicator_id,status,"
                + "value,note,saved_at,version", person.entry(n), person.own(Kind.PLAN), period, person.indicator(n),
                "SAVED", n, "Berjalan", THEN, Person.FIRST_VERSION);
        // Were the table empty, the server would plan for an empty one and keep the plan while it grows.
        copy.row("idempotency_key", "subject,idempotency_key,request_sha256,status,answer,created_at",
                person.subject(), person.entry(n), "0".repeat(64), 200, "{}", THEN);
        for (int reading = 0; reading < READINGS; reading++) {
            // A later reading has a later id; no employee has a million indicators.
            long id = reading * 1_000_000L + (long) person.number() * Person.INDICATORS + n;
            copy.row("indicator_value", "indicator_value_id,subject_kind,subject_id,indicator_code,"
                    + "assessment_period_id,value,source,taken_at,recorded_at",
                    Person.id(person.tenant(), Kind.READING, id), "PERSON", person.own(Kind.EMPLOYEE), "ind-" + n,
                    period, 10 * (reading + 1) + n, "IMPORT", THEN, THEN);
        }
    }

    /** Rows of one schema, collected by table and sent table by table. */
    private static final class Copy {

        private final Connection connection;
        private final String schema;
        private final Map<String, StringBuilder> rows = new HashMap<>();

        Copy(Connection connection, String schema) {
            this.connection = connection;
            this.schema = schema;
        }

        /** No value here holds a comma, a quote or a line end. */
        void row(String table, String columns, Object... values) {
            StringBuilder text = rows.computeIfAbsent(table + "(" + columns + ")", key -> new StringBuilder());
            for (int i = 0; i < values.length; i++) {
                text.append(i == 0 ? "" : ",").append(values[i]);
            }
            text.append('\n');
        }

        void send() throws SQLException, IOException {
            for (Map.Entry<String, StringBuilder> table : rows.entrySet()) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(
                        "copy " + schema + "." + table.getKey() + " from stdin (format csv)",
                        new StringReader(table.getValue().toString()));
            }
        }
    }
}
