package id.capaian.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The launcher: {@code up [--compilations N]}, {@code down}, {@code others <tenant> <deed>}, {@code pack-run <folder>
 * --tenant <code>}; {@code pg}, {@code keycloak}, {@code payara}.
 */
public final class Main {

    private static final String USAGE = "usage: up [--compilations N] | down | pg | keycloak | payara"
            + " | others <tenant> submit|mark|rate|acknowledge | pack-run <folder> --tenant <code>";

    private static final int OTHERS_WORDS = 3;

    private Main() {
    }

    /** Ends with 0, or with 1 after one sentence on standard error. */
    public static void main(String[] arguments) {
        Path state = Path.of(".capaian").toAbsolutePath();
        try {
            Settings settings = Settings.load(Artifacts.here().root(), System.getenv());
            state = settings.state();
            run(List.of(arguments), settings);
        } catch (IOException | RuntimeException e) {
            System.err.println("capaian: " + new Trouble(e).sentence(state.resolve("logs/launcher.log")));
            System.exit(1);
        }
    }

    private static void run(List<String> arguments, Settings settings) throws IOException {
        Progress progress = new Progress(System.out);
        if (!arguments.isEmpty() && arguments.get(0).equals("others")) {
            others(arguments, settings, progress);
            return;
        }
        if (!arguments.isEmpty() && arguments.get(0).equals("pack-run")) {
            PackRunOptions.of(arguments.subList(1, arguments.size())).run(settings, progress);
            return;
        }
        try (UpLock held = UpLock.take(settings.state())) {
            switch (arguments.isEmpty() ? "" : arguments.get(0)) {
                case "up" -> new Up(settings, progress, compilations(arguments)).run();
                case "down" -> down(settings, progress);
                case "pg", "keycloak", "payara" -> startUpTo(arguments.get(0), new LocalSystem(settings), progress);
                default -> throw new LocalException(USAGE);
            }
        }
    }

    /** One program after the other, as far as asked; what a person wants who works on one of them. */
    private static void startUpTo(String last, LocalSystem system, Progress progress) {
        Database database = progress.step("PostgreSQL", system::database);
        if (last.equals("pg")) {
            return;
        }
        String keycloak = progress.step("Keycloak", () -> system.keycloak(new Counters()));
        if (last.equals("payara")) {
            progress.step("Server", () -> system.server(database, keycloak));
        }
    }

    private static void others(List<String> arguments, Settings settings, Progress progress) {
        Others.Deed deed = Others.Deed.of(arguments.size() == OTHERS_WORDS ? arguments.get(2) : "")
                .orElseThrow(() -> new LocalException("usage: deploy/local/others <tenant>"
                        + " submit|mark|rate|acknowledge"));
        progress.say(new LocalSystem(settings).others(arguments.get(1)).all(deed));
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
