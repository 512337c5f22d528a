package id.capaian.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which process a number means. Process numbers are used again, so a number in a file says nothing by itself: it may
 * be anybody's by now, even that of process 1.
 */
final class ProcessIdentity {

    private static final Path PROC = Path.of("/proc");
    private static final Path BOOT = PROC.resolve("sys/kernel/random/boot_id");
    /** Position of the start time in /proc/PID/stat, counted after the program's name (proc(5), field 22). */
    private static final int START_TIME = 19;

    private ProcessIdentity() {
    }

    /** The command line of a living process, arguments parted by blanks; empty when there is none. */
    static Optional<String> commandLine(long pid) {
        Optional<ProcessHandle> handle = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (handle.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(PROC.resolve(pid + "/cmdline"));
            return Optional.of(new String(bytes, StandardCharsets.UTF_8).replace('\0', ' '));
        } catch (IOException noProc) {
            return handle.get().info().commandLine();
        }
    }

    /** A text that no other process, before or after, shares; empty when there is no such process. */
    static Optional<String> of(long pid) {
        Optional<ProcessHandle> handle = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (handle.isEmpty()) {
            return Optional.empty();
        }
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Optional.of(Files.readString(BOOT).strip() + "/" + fields[START_TIME]);
        } catch (IOException noProc) {
            return handle.get().info().startInstant().map(Object::toString);
        }
    }
}
