package id.capaian.local;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * A Java program that runs on after the launcher has gone, and its record below {@code run/}.
 *
 * <p>Every such program carries a mark in its command line that names this state folder. A process is ours when it
 * carries the mark; a process without it is never touched, whatever a record says.
 */
final class ChildProcess {

    private static final String FINGERPRINT = "fingerprint";

    private final Path record;
    private final Path log;
    private final String mark;

    /**
     * @param state the state folder
     * @param name short name of the program, unique in the folder
     */
    ChildProcess(Path state, String name) {
        this.record = state.resolve("run").resolve(name + ".properties");
        this.log = state.resolve("logs").resolve(name + ".log");
        this.mark = mark(state, name);
    }

    static String mark(Path state, String name) {
        return "-Dcapaian.process=" + state.toAbsolutePath().normalize().resolve(name);
    }

    /** Where the program's output goes. */
    Path log() {
        return log;
    }

    /** The living process, if there is one. Found by its mark even when a launcher died before it wrote the record. */
    Optional<ProcessHandle> running() {
        Properties known = read();
        Optional<ProcessHandle> recorded = Optional.ofNullable(known.getProperty("pid")).map(Long::parseLong)
                .flatMap(ProcessHandle::of)
                .filter(handle -> ProcessIdentity.of(handle.pid()).equals(
                        Optional.ofNullable(known.getProperty("identity"))))
                .filter(handle -> carriesMark(handle) || isBecoming(handle));
        return recorded.isPresent() ? recorded : ProcessHandle.allProcesses().filter(this::carriesMark).findFirst();
    }

    /** While it becomes another program, as each does first, its command line is empty. */
    private static boolean isBecoming(ProcessHandle handle) {
        return ProcessIdentity.commandLine(handle.pid()).filter(String::isBlank).isPresent();
    }

    private boolean carriesMark(ProcessHandle handle) {
        return ProcessIdentity.commandLine(handle.pid()).filter(line -> (" " + line + " ").contains(" " + mark + " "))
                .isPresent();
    }

    /** True when it runs and was started from the same things: files, versions and settings. */
    boolean runsWith(String fingerprint) {
        return running().isPresent() && fingerprint.equals(read().getProperty(FINGERPRINT));
    }

    /**
     * Starts the program, away from the terminal of the launcher, so that neither Ctrl-C nor a closed window ends it.
     *
     * @param arguments what follows {@code java}
     * @param environment additions to what the launcher inherited, of which Java's and Keycloak's is left out
     * @param fingerprint what it is started from
     */
    ProcessHandle start(List<String> arguments, Map<String, String> environment, String fingerprint) {
        try {
            Files.createDirectories(record.getParent());
            Files.createDirectories(log.getParent());
            ProcessHandle handle = builder(arguments, environment).start().toHandle();
            write(handle, fingerprint);
            return handle;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder builder(List<String> arguments, Map<String, String> environment) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.add(java());
        command.add(mark);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null")).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("JAVA_")
                || name.startsWith("CAPAIAN_") || name.equals("JDK_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        return builder;
    }

    /** The Java that runs the launcher. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private void write(ProcessHandle handle, String fingerprint) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(handle.pid()));
        properties.setProperty("identity", ProcessIdentity.of(handle.pid()).orElse("gone"));
        properties.setProperty(FINGERPRINT, fingerprint);
        Path fresh = record.resolveSibling(record.getFileName() + ".new");
        try (OutputStream out = Files.newOutputStream(fresh)) {
            properties.store(out, null);
        }
        Files.move(fresh, record, StandardCopyOption.ATOMIC_MOVE);
    }

    private Properties read() {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(record)) {
            properties.load(in);
        } catch (IOException none) {
            return new Properties();
        }
        return properties;
    }

    /**
     * Asks the program to end, and ends it when it does not within the patience given.
     *
     * @return true when one ran
     */
    boolean stop(Duration patience) {
        Optional<ProcessHandle> handle = running();
        handle.ifPresent(process -> {
            process.destroy();
            if (!ends(process, patience)) {
                process.destroyForcibly();
                ends(process, Duration.ofSeconds(10));
            }
        });
        try {
            Files.deleteIfExists(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return handle.isPresent();
    }

    private static boolean ends(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a program ends", e);
        }
    }

    /**
     * Waits until an address answers 200.
     *
     * @param what the program's name, to begin a sentence with
     * @param signs what to look for in the program's log
     * @throws LocalException when the program ends, gives up or is not ready in time; then it is stopped, and the
     *     message names its log and the first lines there that look like the reason
     */
    void awaitReady(String what, String address, Duration patience, Signs signs) {
        awaitReady(what, () -> Http.answersOk(address), patience, signs);
    }

    /** The same, of a program that is asked in another way whether it is ready. */
    void awaitReady(String what, BooleanSupplier ready, Duration patience, Signs signs) {
        long end = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            String trouble = null;
            if (running().isEmpty()) {
                trouble = " ended while starting";
            } else if (!linesOfLog(signs.givenUp()).isEmpty()) {
                trouble = " could not start";
            } else if (System.nanoTime() > end) {
                trouble = " was not ready after " + patience.toSeconds() + " seconds";
            }
            if (trouble != null) {
                stop(Duration.ofSeconds(20));
                throw new LocalException(what + trouble + "; its log is " + log + "." + linesOfLog(signs.reason()));
            }
            pause();
        }
    }

    /**
     * Regular expressions for whole lines of a log.
     *
     * @param givenUp a line after which the program lives on but will never be ready
     * @param reason lines worth showing when it was not
     */
    record Signs(String givenUp, String reason) {
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a program", e);
        }
    }

    private String linesOfLog(String pattern) {
        try (var lines = Files.lines(log)) {
            List<String> found = lines.filter(line -> line.matches(pattern)).limit(8).toList();
            return found.isEmpty() ? "" : "\n  " + String.join("\n  ", found);
        } catch (IOException | UncheckedIOException unreadable) {
            return "";
        }
    }
}
