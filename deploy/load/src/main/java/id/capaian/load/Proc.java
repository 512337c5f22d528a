package id.capaian.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What kernel and JDK tell of another process. */
public final class Proc {

    private static final long KILO = 1_024;
    private static final long LONGEST_SECONDS = 60;

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
        Path out = Files.createTempFile("jcmd", ".txt");
        try {
            Process jcmd = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(out.toFile()).start();
            if (!jcmd.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                jcmd.destroyForcibly();
                throw new IllegalStateException("jcmd " + command[0] + " got no answer");
            }
            String said = Files.readString(out);
            if (jcmd.exitValue() != 0) {
                throw new IllegalStateException("jcmd " + command[0] + " failed: " + said);
            }
            return said;
        } finally {
            Files.delete(out);
        }
    }
}
