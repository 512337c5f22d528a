package id.capaian.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What kernel and JDK tell of another process. */
public final class Proc {

    private static final long KILO = 1_024;

    private Proc() {
    }

    /**
     * A size the kernel tells.
     *
     * @param file of {@code /proc/<pid>}: {@code status}, {@code smaps_rollup}
     * @param name of the line: {@code VmRSS}
     * @return bytes
     */
    public static long bytes(long pid, String file, String name) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), file))) {
            if (line.startsWith(name + ":")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * KILO;
            }
        }
        throw new IllegalStateException("the kernel does not tell " + name + " of process " + pid);
    }

    /** What a Java process answers to a command of the JDK's {@code jcmd}. */
    public static String jcmd(long pid, String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid)));
        words.addAll(List.of(command));
        Process jcmd = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IllegalStateException("jcmd " + command[0] + " failed: " + said);
        }
        return said;
    }
}
