package id.capaian.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * CPU time used so far, in milliseconds, user and system together, as Linux counts it (in hundredths of a second).
 *
 * @param server   the server's process, or those of all its nodes
 * @param postgres PostgreSQL: its first process, all its children, and those that have ended
 */
public record Cpu(long server, long postgres) {

    private static final int MILLIS_A_TICK = 10;
    /** Fields after the program's name, which may hold blanks itself. */
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int USER_OF_ENDED = 13;
    private static final int SYSTEM_OF_ENDED = 14;

    static Cpu now(List<Long> serverPids, long postgresPid) {
        return new Cpu(serverPids.stream().mapToLong(pid -> own(stat(pid))).sum(), postgres(postgresPid));
    }

    /** What one process has used so far, in milliseconds. */
    public static long of(long pid) {
        return own(stat(pid));
    }

    /** What was used since an earlier moment. */
    public Cpu since(Cpu before) {
        return new Cpu(server - before.server, postgres - before.postgres);
    }

    /** One that ends while we look would be in neither part, so it is looked again then. */
    private static long postgres(long pid) {
        while (true) {
            long ended = ofEnded(pid);
            long running = childrenOf(pid).stream().mapToLong(Cpu::own).sum();
            if (ofEnded(pid) == ended) {
                return own(stat(pid)) + ended + running;
            }
        }
    }

    private static long ofEnded(long pid) {
        String[] first = there(stat(pid));
        return (Long.parseLong(first[USER_OF_ENDED]) + Long.parseLong(first[SYSTEM_OF_ENDED])) * MILLIS_A_TICK;
    }

    private static List<String[]> childrenOf(long pid) {
        String parent = Long.toString(pid);
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(path -> path.getFileName().toString().matches("\\d+"))
                    .map(path -> stat(Long.parseLong(path.getFileName().toString())))
                    .filter(stat -> stat.length > 0 && stat[PARENT].equals(parent)).toList();
        } catch (IOException e) {
            throw new IllegalStateException("CPU time is read from /proc, which only Linux has", e);
        }
    }

    private static long own(String[] stat) {
        return (Long.parseLong(there(stat)[USER]) + Long.parseLong(stat[SYSTEM])) * MILLIS_A_TICK;
    }

    private static String[] there(String[] stat) {
        if (stat.length == 0) {
            throw new IllegalStateException("a measured process has ended");
        }
        return stat;
    }

    /** The fields after the name; none for a process that has gone. */
    private static String[] stat(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (IOException gone) {
            return new String[0];
        }
    }
}
