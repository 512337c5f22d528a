package id.capaian.admin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.admin.account.FirstPasswords;
import id.capaian.admin.tenant.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * What a tenant costs in CPU time, of this program and PostgreSQL together; on demand, with {@code
 * -Dcapaian.tenants=546}. How and what came out: {@code platform/docs/operations.md}.
 */
class TenantCost {

    /** Clock ticks a second in /proc (proc(5)). */
    private static final int TICKS = 100;

    @Test
    void costsNoMoreThanASecondOfCpuEach() throws SQLException {
        int many = Integer.getInteger("capaian.tenants");
        try (TwoTenants two = TwoTenants.empty()) {
            two.admin().migrate();
            double made = measured("made", many, two,
                    () -> two.admin().applyAllTenants(ManyTenantsIT.generated(many), null, FirstPasswords.none(),
                            false));
            measured("nothing to do", many, two,
                    () -> two.admin().applyAllTenants(ManyTenantsIT.generated(many), null, FirstPasswords.none(),
                            false));
            assertTrue(made <= 1, "a tenant costs " + made + " s");
        }
    }

    private static double measured(String what, int many, TwoTenants two, Supplier<List<Outcome>> run)
            throws SQLException {
        long pid = two.as("national_reader", connection -> ProcessHandle.of(Long.parseLong(
                TwoTenants.rows(connection, "select pg_backend_pid()::text").get(0))).orElseThrow().parent()
                .orElseThrow().pid());
        double database = cpu(pid);
        Duration own = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
        long start = System.nanoTime();
        List<Outcome> outcomes = run.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        assertTrue(outcomes.stream().allMatch(outcome -> outcome.result().isComplete()), outcomes::toString);
        double java = ProcessHandle.current().info().totalCpuDuration().orElseThrow().minus(own).toMillis() / 1e3;
        database = cpu(pid) - database;
        System.out.printf(Locale.ROOT, "%d tenants, %s: %.0f s; CPU a tenant: %.3f s (program %.3f, PostgreSQL %.3f)%n",
                many, what, seconds, (java + database) / many, java / many, database / many);
        return (java + database) / many;
    }

    /** Of the process, the children it has outlived and those that live. */
    private static double cpu(long pid) {
        double living = ProcessHandle.of(pid).orElseThrow().children()
                .mapToDouble(child -> ticks(child.pid(), 11, 12)).sum();
        return (ticks(pid, 11, 14) + living) / TICKS;
    }

    /** Sum of fields of /proc/PID/stat, counted after the program's name. */
    private static double ticks(long pid, int from, int to) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double sum = 0;
            for (int field = from; field <= to; field++) {
                sum += Long.parseLong(fields[field]);
            }
            return sum;
        } catch (IOException gone) {
            return 0;
        }
    }
}
