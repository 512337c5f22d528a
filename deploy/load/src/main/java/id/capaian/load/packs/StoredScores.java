package id.capaian.load.packs;

import id.capaian.load.Person;
import id.capaian.load.Person.Kind;
import id.capaian.local.EmbeddedPostgres;
import id.capaian.plugin.api.FormulaDescriptor;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Mark;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.Subject;
import id.capaian.plugin.engine.CanonicalInput;
import id.capaian.plugin.engine.CanonicalOutcome;
import id.capaian.plugin.engine.PackInvalid;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Many people of one tenant with an evaluation and a stored suggestion each, as a run would have left them: the inputs
 * are the pack's golden cases in turn, the outcomes what the pack makes of them. Names are invented.
 */
final class StoredScores {

    /** People of a unit. */
    static final int UNIT_SIZE = 50;

    /** Number of the first of them; a tenant's own people have lower ones. */
    static final int FIRST_NUMBER = 1_000;
    private static final String[] UNIT = {"org_unit_id", "code", "name", "kind", "valid_from", "version"};
    private static final String[] EMPLOYEE = {"employee_id", "number_kind", "civil_number", "full_name", "employment",
        "birth_date", "sex", "legal_status", "version"};
    private static final String[] EVALUATION = {"evaluation_id", "skp_id", "assessment_period_id", "employee_id",
        "org_unit_id", "status", "version"};
    private static final String[] RUN = {"evaluation_run_id", "assessment_period_id", "status", "pack_id",
        "pack_version", "pack_sha256", "formula_id", "parameters", "person_count", "scored_count",
        "not_scorable_count", "fault_count", "started_by", "started_at", "version"};
    private static final String[] SUGGESTION = {"suggestion_id", "evaluation_run_id", "evaluation_id", "outcome",
        "result_score", "behavior_score", "index_score", "result_rating", "behavior_rating", "reason_code",
        "explanation", "input", "input_sha256", "made_at"};

    private final int tenant;
    private final UUID period;
    private final RegionJar region;
    private final LocalDate day = LocalDate.of(LocalDate.now().getYear(), 1, 1);

    StoredScores(int tenant, UUID period, RegionJar region) {
        this.tenant = tenant;
        this.period = period;
        this.region = region;
    }

    /** The unit of the people from this number on. */
    static UUID unit(int tenant, int number) {
        return Person.id(tenant, Kind.UNIT, FIRST_NUMBER + number / UNIT_SIZE);
    }

    /** Writes so many people, as superuser without triggers: rows nobody wrote need no audit. */
    void store(EmbeddedPostgres database, int people) throws SQLException, PackInvalid {
        PackDescriptor pack = region.pack().descriptor();
        String formula = pack.formulas().stream().filter(each -> each.subject() == Subject.PERSON)
                .map(FormulaDescriptor::id).findFirst().orElseThrow();
        List<FormulaInput> inputs = region.inputs().stream()
                .filter(input -> input.formulaId().equals(formula)).toList();
        try (Connection connection = database.connect("postgres", "capaian");
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            connection.setAutoCommit(false);
            try (Rows units = rows(connection, "org_unit", UNIT);
                    Rows employees = rows(connection, "employee", EMPLOYEE);
                    Rows evaluations = rows(connection, "evaluation", EVALUATION);
                    Rows runs = rows(connection, "evaluation_run", RUN);
                    Rows suggestions = rows(connection, "suggestion", SUGGESTION)) {
                runs.add(run(), period, "DONE", pack.id(), pack.version(), region.jar().sha256(), formula, "{}", people,
                        people, 0, 0, "load", day, 1);
                for (int number = 0; number < people; number++) {
                    if (number % UNIT_SIZE == 0) {
                        units.add(unit(tenant, number), "S-" + number, "Seksi " + number, "SECTION", day, 1);
                    }
                    person(number, employees, evaluations);
                    suggestions.add(suggestion(number, inputs.get(number % inputs.size())));
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("analyze");
        }
    }

    private UUID run() {
        return Person.id(tenant, Kind.RUN, 0);
    }

    private UUID id(Kind kind, int number) {
        return Person.id(tenant, kind, (long) FIRST_NUMBER + number);
    }

    private void person(int number, Rows employees, Rows evaluations) throws SQLException {
        employees.add(id(Kind.EMPLOYEE, number), "NIP", String.format("%018d", FIRST_NUMBER + number),
                "Pegawai " + (FIRST_NUMBER + number), "PNS", day.minusYears(30), "FEMALE", "ACTIVE", 1);
        evaluations.add(id(Kind.EVALUATION, number), id(Kind.PLAN, number), period, id(Kind.EMPLOYEE, number),
                unit(tenant, number), "NOT_STARTED", 1);
    }

    private Object[] suggestion(int number, FormulaInput golden) {
        FormulaInput input = new FormulaInput(golden.formulaId(), id(Kind.EMPLOYEE, number).toString(), golden.period(),
                golden.jobFamily(), golden.indicators(), golden.marks(), golden.parameters(), golden.facts());
        Outcome outcome = region.pack().formula(input.formulaId()).evaluate(input);
        Outcome.Scored scored = outcome instanceof Outcome.Scored made ? made : null;
        String reason = outcome instanceof Outcome.NotScorable refused ? refused.reason().name() : null;
        String canonical = CanonicalInput.write(input);
        return new Object[] {id(Kind.SUGGESTION, number), run(), id(Kind.EVALUATION, number),
            scored == null ? "NOT_SCORABLE" : "SCORED", scored == null ? null : scored.result(),
            scored == null ? null : scored.behaviour(), scored == null ? null : scored.index(),
            scored == null ? null : band(scored.result()), scored == null ? null : band(scored.behaviour()), reason,
            CanonicalOutcome.write(outcome), canonical, CanonicalInput.sha256(canonical), day};
    }

    private static String band(BigDecimal score) {
        return Mark.band(score).name();
    }

    private Rows rows(Connection connection, String table, String... columns) throws SQLException {
        return new Rows(connection.prepareStatement("insert into t_" + Person.code(tenant) + "." + table + " ("
                + String.join(", ", columns) + ") values (" + String.join(", ", Arrays.stream(columns)
                        .map(column -> "?").toList()) + ")"));
    }

    /** Rows of one table, sent a thousand at a time. */
    private static final class Rows implements AutoCloseable {

        private static final int AT_ONCE = 1_000;

        private final PreparedStatement insert;
        private int waiting;

        Rows(PreparedStatement insert) {
            this.insert = insert;
        }

        void add(Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.addBatch();
            waiting++;
            if (waiting == AT_ONCE) {
                send();
            }
        }

        private void send() throws SQLException {
            insert.executeBatch();
            waiting = 0;
        }

        @Override
        public void close() throws SQLException {
            send();
            insert.close();
        }
    }
}
