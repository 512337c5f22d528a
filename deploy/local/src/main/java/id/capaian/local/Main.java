package id.capaian.local;

import java.io.IOException;
import java.util.List;

/** The launcher's command line: {@code up [--compilations N]}, {@code down}, {@code pg}, {@code keycloak}. */
public final class Main {

    private static final String USAGE = "usage: up [--compilations N] | down | pg | keycloak";

    private Main() {
    }

    /** Ends with 0, or with 1 after one sentence on standard error. */
    public static void main(String[] arguments) {
        try {
            run(List.of(arguments));
        } catch (LocalException e) {
            System.err.println("capaian: " + e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("capaian: a file could not be read or written: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(List<String> arguments) throws IOException {
        Settings settings = Settings.load(Artifacts.here().root(), System.getenv());
        Progress progress = new Progress(System.out);
        try (UpLock held = UpLock.take(settings.state())) {
            switch (arguments.isEmpty() ? "" : arguments.get(0)) {
                case "down" -> down(settings, progress);
                case "pg" -> progress.step("PostgreSQL", () -> new LocalSystem(settings).database());
                case "keycloak" -> {
                    LocalSystem system = new LocalSystem(settings);
                    progress.step("PostgreSQL", system::database);
                    progress.step("Keycloak", () -> system.keycloak(new Counters()));
                }
                default -> throw new LocalException(USAGE);
            }
        }
    }

    private static int compilations(List<String> arguments) {
        int at = arguments.indexOf("--compilations");
        return at < 0 ? 0 : Integer.parseInt(arguments.get(at + 1));
    }

    private static void down(Settings settings, Progress progress) {
        List<String> stopped = progress.step("Stopping", () -> new LocalSystem(settings).stop());
        progress.say(stopped.isEmpty() ? "nothing was running" : "stopped: " + String.join(", ", stopped));
    }
}
