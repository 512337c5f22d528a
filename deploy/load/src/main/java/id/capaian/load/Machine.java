package id.capaian.load;

import id.capaian.local.Artifacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Where and when something was measured. */
public final class Machine {

    private static final long GIGA_IN_KILO = 1_000_000;

    private Machine() {
    }

    /** Date, commit, processor, cores, memory, Java and the load of the machine now, on one line. */
    public static String describe() throws IOException, InterruptedException {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name")).map(line -> line.replaceFirst(".*: ", ""))
                .findFirst().orElse("unknown processor");
        return Instant.now().truncatedTo(ChronoUnit.MINUTES) + ", commit " + commit(Artifacts.here().root()) + ", "
                + processor + ", " + Runtime.getRuntime().availableProcessors() + " cores, "
                + memory() + " GB, Java " + Runtime.version()
                + ", load average " + Files.readString(Path.of("/proc/loadavg")).strip();
    }

    private static long memory() throws IOException {
        return Files.readAllLines(Path.of("/proc/meminfo")).stream().filter(line -> line.startsWith("MemTotal:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / GIGA_IN_KILO).findFirst().orElse(0);
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
}
