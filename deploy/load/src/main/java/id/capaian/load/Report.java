package id.capaian.load;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Prints what was measured, and where. */
final class Report {

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void environment(LoadSystem system, long databaseBytes) throws IOException, InterruptedException {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name")).map(line -> line.replaceFirst(".*: ", ""))
                .findFirst().orElse("unknown processor");
        out.println(Instant.now().truncatedTo(ChronoUnit.MINUTES) + ", commit " + commit(system.root()) + ", "
                + processor + ", " + Runtime.getRuntime().availableProcessors() + " cores, Java "
                + Runtime.version() + ", " + system.settings() + ", database " + databaseBytes / 1_000_000
                + " MB, load average " + Files.readString(Path.of("/proc/loadavg")).strip());
    }

    private static String commit(Path root) throws InterruptedException {
        try {
            Process git = new ProcessBuilder("git", "-C", root.toString(), "describe", "--always", "--dirty").start();
            String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0 ? commit.strip() : "unknown";
        } catch (IOException noGit) {
            return "unknown";
        }
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
