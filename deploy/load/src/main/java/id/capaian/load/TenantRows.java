package id.capaian.load;

import id.capaian.load.Person.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * All rows of a tenant, table by table: for each employee an account, a post, a rater, a plan in force with results and
 * indicators, readings of each indicator (the last counts) and a progress entry for each.
 */
final class TenantRows {

    static final String FIRST_DAY = Generator.YEAR + "-01-01";
    static final String LAST_DAY = Generator.YEAR + "-12-31";

    private static final BigDecimal WHOLE = new BigDecimal("100.00");
    private static final String THEN = FIRST_DAY + "T08:00:00Z";
    /** Who has used idempotency keys. Were the table empty, the server would plan for an empty one while it grows. */
    private static final int KEYS_OF = 100;

    private final int tenant;
    private final int staff;
    private final PlanSize plan;
    private final UUID period;
    private final Map<String, Rows> tables = new LinkedHashMap<>();

    TenantRows(int tenant, int staff, PlanSize plan, UUID period) {
        this.tenant = tenant;
        this.staff = staff;
        this.plan = plan;
        this.period = period;
        tables.put("position(position_id,code,name,position_group,job_family,version)", this::position);
        tables.put("org_unit(org_unit_id,code,name,kind,parent_id,valid_from,version)", this::units);
        tables.put("employee(employee_id,number_kind,civil_number,full_name,employment,birth_date,sex,legal_status,"
                + "version)", each(TenantRows::employee));
        tables.put("account(subject,employee_id,linked_at)",
                each((copy, p) -> copy.row(p.subject(), p.own(Kind.EMPLOYEE), THEN)));
        tables.put("assignment(assignment_id,employee_id,position_id,org_unit_id,kind,valid_from,version)",
                each((copy, p) -> copy.row(p.own(Kind.ASSIGNMENT), p.own(Kind.EMPLOYEE), p.position(), p.unit(),
                        "DEFINITIVE", FIRST_DAY, 1)));
        tables.put("rater_line(rater_line_id,assignment_id,rater_id,rater_superior_id,valid_from,version)",
                each(TenantRows::rater));
        tables.put("skp(skp_id,assignment_id,starts_on,ends_on,status,active_version,version)",
                each((copy, p) -> copy.row(p.own(Kind.PLAN), p.own(Kind.ASSIGNMENT), FIRST_DAY, LAST_DAY, "ACTIVE", 1,
                        1)));
        tables.put("skp_version(skp_version_id,skp_id,version_no,approach,created_at)",
                each((copy, p) -> copy.row(p.own(Kind.VERSION), p.own(Kind.PLAN), 1, "QUANTITATIVE", THEN)));
        tables.put("work_result(work_result_id,skp_version_id,kind,sequence,title)", each(this::results));
        tables.put("individual_indicator(individual_indicator_id,work_result_id,sequence,code,name,aspect,"
                + "unit_of_measure,direction,target,weight,attribution)", each(this::indicators));
        tables.put("progress_entry(progress_entry_id,skp_id,assessment_period_id,individual_indicator_id,status,value,"
                + "note,saved_at,version)", each(this::entries));
        tables.put("indicator_value(indicator_value_id,subject_kind,subject_id,indicator_code,assessment_period_id,"
                + "value,source,taken_at,recorded_at)", each(this::readings));
        tables.put("idempotency_key(subject,idempotency_key,request_sha256,status,answer,created_at)",
                each(this::keys));
    }

    /** Rows of one table. */
    private interface Rows {
        void write(CopyRows copy) throws SQLException;
    }

    /** Rows of one table that belong to one person. */
    private interface PersonRows {
        void write(CopyRows copy, Person person) throws SQLException;
    }

    private Rows each(PersonRows rows) {
        return copy -> {
            for (int number = 0; number < staff; number++) {
                rows.write(copy, new Person(tenant, number));
            }
        };
    }

    /**
     * In one transaction that empties the tables first, by which PostgreSQL may write rows down as frozen and leaves no
     * work behind for who reads them first. As superuser without triggers: rows nobody wrote need no audit, and their
     * references are right as made.
     */
    void write(Connection connection) throws SQLException, IOException {
        String schema = "t_" + Person.code(tenant) + ".";
        String names = tables.keySet().stream().map(table -> schema + table.substring(0, table.indexOf('(')))
                .collect(Collectors.joining(","));
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("truncate " + names + " cascade");
            for (Map.Entry<String, Rows> table : tables.entrySet()) {
                try (CopyRows copy = new CopyRows(connection, schema + table.getKey())) {
                    table.getValue().write(copy);
                    copy.finish();
                }
            }
            connection.commit();
            statement.execute("analyze " + names);
            connection.commit();
        }
    }

    private void position(CopyRows copy) throws SQLException {
        copy.row(new Person(tenant, 0).position(), "P-1", "Analis", "FUNCTIONAL_EXPERT", "analyst", 1);
    }

    /** A unit for each who rates somebody; units above as raters are. */
    private void units(CopyRows copy) throws SQLException {
        for (int number = 0; number == 0 || number * Person.TEAM + 1 < staff; number++) {
            Person head = new Person(tenant, number);
            copy.row(head.unitOfTeam(), "U-" + number, "Bidang " + number, "DIVISION",
                    number == 0 ? "" : head.unit(), FIRST_DAY, 1);
        }
    }

    private static void employee(CopyRows copy, Person person) throws SQLException {
        copy.row(person.own(Kind.EMPLOYEE), "NIP", String.format("%018d", person.number()),
                "Pegawai " + person.number(), "PNS", "1990-01-01", "FEMALE", "ACTIVE", 1);
    }

    private static void rater(CopyRows copy, Person person) throws SQLException {
        Person rater = person.rater();
        if (rater != null) {
            Person above = rater.rater();
            copy.row(person.own(Kind.RATER_LINE), person.own(Kind.ASSIGNMENT), rater.own(Kind.EMPLOYEE),
                    above == null ? "" : above.own(Kind.EMPLOYEE), FIRST_DAY, 1);
        }
    }

    private void results(CopyRows copy, Person person) throws SQLException {
        for (int n = 0; n < plan.results(); n++) {
            copy.row(person.result(n), person.own(Kind.VERSION), "MAIN", n + 1,
                    "Terlaksananya kegiatan nomor " + n + " menurut rencana");
        }
    }

    private void indicators(CopyRows copy, Person person) throws SQLException {
        // Together 100, the last with what rounding leaves.
        BigDecimal weight = WHOLE.divide(BigDecimal.valueOf(plan.indicators()), RoundingMode.DOWN);
        BigDecimal last = WHOLE.subtract(weight.multiply(BigDecimal.valueOf(plan.indicators() - 1L)));
        int inResult = plan.indicators() / plan.results();
        for (int n = 0; n < plan.indicators(); n++) {
            copy.row(person.indicator(n), person.result(n / inResult), n % inResult + 1, "ind-" + n,
                    "Jumlah dokumen nomor " + n + " yang selesai", "QUANTITY", "dokumen", "MAX", 100 + n,
                    n < plan.indicators() - 1 ? weight : last, "PERSON");
        }
    }

    private void entries(CopyRows copy, Person person) throws SQLException {
        for (int n = 0; n < plan.indicators(); n++) {
            copy.row(person.entry(n), person.own(Kind.PLAN), period, person.indicator(n), "SAVED", n, "Berjalan", THEN,
                    Person.FIRST_VERSION);
        }
    }

    private void readings(CopyRows copy, Person person) throws SQLException {
        for (int reading = 0; reading < plan.readings(); reading++) {
            for (int n = 0; n < plan.indicators(); n++) {
                // A later reading has a later id; no tenant has ten million indicators.
                long id = reading * 10_000_000L + (long) person.number() * PlanSize.MOST + n;
                copy.row(Person.id(tenant, Kind.READING, id), "PERSON", person.own(Kind.EMPLOYEE), "ind-" + n, period,
                        10 * (reading + 1) + n, "IMPORT", THEN, THEN);
            }
        }
    }

    private void keys(CopyRows copy, Person person) throws SQLException {
        for (int n = 0; n < plan.indicators() && person.number() < KEYS_OF; n++) {
            copy.row(person.subject(), person.entry(n), "0".repeat(64), 200, "{}", THEN);
        }
    }
}
