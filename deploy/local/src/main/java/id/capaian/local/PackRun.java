package id.capaian.local;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a pack that is being written into a demo tenant at each save: checks it, gives it a development version, signs
 * it with this machine's key, stages and enables it, and waits until the server serves it. What fails its checks is not
 * staged; what was served before goes on.
 */
final class PackRun {

    private static final int LOOK_MILLIS = 300;
    /** The westernmost of the three zones: today there is never tomorrow in the others. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final PackFolder pack;
    private final PackPlace place;
    private final PackBuild build;
    private final Progress progress;
    private final Path log;
    private Map<String, String> seen = Map.of();
    private String served = "";

    /** @param log where a trace goes that explains what nobody foresaw */
    PackRun(PackFolder pack, PackPlace place, PackBuild build, Progress progress, Path log) {
        this.pack = pack;
        this.place = place;
        this.build = build;
        this.progress = progress;
        this.log = log;
    }

    /** @throws LocalException when the pack is not served */
    void once() {
        seen = pack.state();
        round(List.of());
    }

    /** Does it now and at each save, until the program is stopped. */
    void watch() throws InterruptedException {
        progress.say("Watching " + pack.path() + "; Ctrl-C stops.");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> progress.say(farewell())));
        while (true) {
            Map<String, String> state = settled();
            if (!state.equals(seen)) {
                List<String> changed = seen.isEmpty() ? List.of() : changed(seen, state);
                seen = state;
                attempt(changed);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private void attempt(List<String> changed) {
        try {
            round(changed);
        } catch (RuntimeException e) {
            // A save in the middle of a thought, or a demo that was stopped, is no reason to look away.
            progress.say(new Trouble(e).sentence(log).stripTrailing());
            progress.say("    nothing changed in " + place.tenant() + (served.isEmpty() ? "" : ": " + served
                    + " is still served"));
        }
    }

    private void round(List<String> changed) {
        progress.say(LocalTime.now(ZoneId.systemDefault()).format(CLOCK) + "  "
                + (changed.isEmpty() ? pack.pom().id() + " " + pack.pom().version() : String.join(", ", changed)));
        long start = System.nanoTime();
        String id = pack.pom().id();
        int number = place.next(id, pack.pom().version());
        String version = pack.pom().version() + PackBinding.DEVELOPMENT + number;
        Path jar = build.jar(pack, version);
        long checked = System.nanoTime();
        place.stage(jar, id);
        long staged = System.nanoTime();
        LocalDate from = place.enable(id, version, LocalDate.now(ZONE));
        long end = System.nanoTime();
        served = id + " " + version;
        progress.say(String.format(Locale.ROOT, "    %s serves %s from %s, %.1f s after the save%n"
                + "    (checked %.1f, signed and staged %.1f, enabled %.1f)", place.tenant(), served, from,
                seconds(start, end), seconds(start, checked), seconds(checked, staged), seconds(staged, end)));
        place.forget(id, pack.pom().version() + PackBinding.DEVELOPMENT + (number - 1));
    }

    private String farewell() {
        return served.isEmpty() ? "Stopped; nothing was changed." : "Stopped; " + place.tenant() + " goes on with "
                + served + ". Back to what held before: deploy/local/pack-run " + pack.path() + " --tenant "
                + place.tenant() + place.unitOption() + " --back";
    }

    /** The state of the folder once nothing more is being written: an editor saves in several steps. */
    private Map<String, String> settled() throws InterruptedException {
        Map<String, String> before = state();
        while (!before.equals(seen)) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            Map<String, String> now = state();
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
        return before;
    }

    /** A file may go between being listed and being looked at. */
    private Map<String, String> state() {
        try {
            return pack.state();
        } catch (UncheckedIOException e) {
            return Map.of();
        }
    }

    static List<String> changed(Map<String, String> before, Map<String, String> after) {
        List<String> changed = new ArrayList<>();
        new TreeMap<>(after).forEach((file, state) -> {
            if (!before.containsKey(file)) {
                changed.add(file + " is new");
            } else if (!state.equals(before.get(file))) {
                changed.add(file + " changed");
            }
        });
        before.keySet().stream().filter(file -> !after.containsKey(file)).sorted()
                .forEach(file -> changed.add(file + " is gone"));
        return changed.stream().map(line -> line.replaceFirst("^src/main/(resources|java)/", "")).toList();
    }

    /** The number after the highest there is of this version. */
    static int next(List<String> versions, String version) {
        Pattern development = Pattern.compile(Pattern.quote(version + PackBinding.DEVELOPMENT) + "(\\d{1,8})");
        return versions.stream().map(development::matcher).filter(Matcher::matches)
                .mapToInt(found -> Integer.parseInt(found.group(1))).max().orElse(0) + 1;
    }

    private static double seconds(long start, long end) {
        return (end - start) / 1e9;
    }
}
