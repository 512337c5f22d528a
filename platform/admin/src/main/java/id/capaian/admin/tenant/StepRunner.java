package id.capaian.admin.tenant;

import id.capaian.admin.Failure;
import id.capaian.admin.database.Database;
import id.capaian.admin.tenant.StepWatch.Moment;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Takes steps one after the other: says what is missing, does it in a transaction of its own, reports. */
final class StepRunner {

    private final Consumer<String> say;
    private final StepWatch watch;
    private final StepReport report;

    StepRunner(Consumer<String> say, StepWatch watch, StepReport report) {
        this.say = say;
        this.watch = watch;
        this.report = report;
    }

    /** See {@link Step#missing}. */
    @FunctionalInterface
    interface Missing {
        List<String> in(Connection connection) throws SQLException;
    }

    /** See {@link Step#act}. */
    @FunctionalInterface
    interface Act {
        void in(Connection connection) throws SQLException;
    }

    /** Whether somebody watches the steps. */
    boolean reports() {
        return report != StepReport.NONE;
    }

    /**
     * Takes one step.
     *
     * @param reader in autocommit; acts in a transaction of it
     * @param dryRun true to say what is missing and do nothing
     * @return whether something was missing
     */
    boolean take(Connection reader, String code, StepName step, boolean dryRun, Missing missing, Act act)
            throws SQLException {
        report.began(step);
        try {
            List<String> lines = missing.in(reader);
            lines.forEach(line -> say.accept(code + ": " + (dryRun ? "would " : "") + line));
            if (!lines.isEmpty() && !dryRun) {
                act(reader, code, step, act);
            }
            report.done(step, lines);
            return !lines.isEmpty();
        } catch (SQLException | RuntimeException e) {
            report.failed(step, Failure.told(e));
            throw e;
        }
    }

    private void act(Connection idle, String code, StepName step, Act act) throws SQLException {
        watch.at(Moment.BEFORE, step, code);
        Database.transaction(idle, connection -> {
            act.in(connection);
            watch.at(Moment.UNCOMMITTED, step, code);
            return null;
        });
        watch.at(Moment.AFTER, step, code);
    }
}
