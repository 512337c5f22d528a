package id.capaian.load;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints what was measured, and where. */
final class Report {

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    /** Where it is measured, with what settings and how much data, on one line. */
    void environment(LoadSystem system, long databaseBytes) throws IOException, InterruptedException {
        out.println(Machine.describe() + ", " + system.settings() + ", database " + databaseBytes / 1_000_000 + " MB");
    }

    /** Milliseconds of CPU are per request. */
    void table(List<Measured> lines) {
        out.println("| what | tenants | requests | statements | server ms | PostgreSQL ms | floor ms | PostgreSQL/floor"
                + " | together/floor | target | met | floor beside a busy server ms | PostgreSQL/that |");
        out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (Measured line : lines) {
            out.println(String.format(Locale.ROOT,
                    "| %s | %d | %d | %d | %.3f | %.3f | %.3f | %.2f | %.2f | %.2f, %.1f | %s | %.3f | %.2f |",
                    line.what(), line.tenants(), line.requests(), line.statements(), line.server(), line.postgres(),
                    line.floorEach(), line.postgresRatio(), line.togetherRatio(), Measured.POSTGRES, line.together(),
                    line.met() ? "yes" : "NO",
                    line.besideEach(), line.besideRatio()));
        }
    }

    /** What is used without requests, and is part of every figure. */
    void idle(Cpu cpu, int seconds) {
        out.println("Without requests, in " + seconds + " s: server " + cpu.server() + " ms, PostgreSQL "
                + cpu.postgres() + " ms");
    }

    /** PostgreSQL's part on many tenants beside that on one. */
    void manyTenants(List<Measured> lines) {
        for (Measured line : lines) {
            out.println(String.format(Locale.ROOT, "%s: PostgreSQL on %d tenants %.3f ms, on one %.3f: %.2f, target %.1f: %s",
                    line.what(), line.tenants(), line.postgres(), line.onOne(), line.toOne(), Measured.MANY_TENANTS,
                    line.toOne() <= Measured.MANY_TENANTS ? "met" : "NOT met"));
        }
    }
}
