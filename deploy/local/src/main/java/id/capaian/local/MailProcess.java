package id.capaian.local;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mail catcher as a child that outlives the launcher: mail of this machine ends in a folder of the state. */
final class MailProcess {

    private static final String NAME = "mail";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final ChildProcess.Signs SIGNS = new ChildProcess.Signs("Exception in thread .*",
            ".*(Exception|Error).*");

    private MailProcess() {
    }

    /** Where mails go. */
    static Path folder(Path state) {
        return state.resolve(NAME);
    }

    /** @throws LocalException when somebody else has the port and this one does not run */
    static void requirePort(Path state, int port) {
        if (process(state).running().isEmpty()) {
            Ports.requireFree(port, "the mail catcher", "CAPAIAN_MAIL_PORT");
        }
    }

    /** Starts it, or finds it running with the same port. */
    static void start(Path state, int port) {
        ChildProcess process = process(state);
        String classPath = classPath();
        String fingerprint = new Fingerprint().with(port).with(classPath).text();
        if (process.runsWith(fingerprint) && !Ports.isFree(port)) {
            return;
        }
        stop(state);
        requirePort(state, port);
        process.start(List.of("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath,
                MailCatcher.class.getName(), Integer.toString(port), folder(state).toString()), Map.of(), fingerprint);
        process.awaitReady("The mail catcher", () -> !Ports.isFree(port), PATIENCE, SIGNS);
    }

    /** @return true when one ran */
    static boolean stop(Path state) {
        return process(state).stop(Duration.ofSeconds(5));
    }

    private static ChildProcess process(Path state) {
        return new ChildProcess(state, NAME);
    }

    /** That of the launcher. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
