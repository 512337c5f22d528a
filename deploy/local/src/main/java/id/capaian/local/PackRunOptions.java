package id.capaian.local;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was asked of {@code pack-run}.
 *
 * @param folder of the pack
 * @param values what {@code --tenant}, {@code --unit} and {@code --from} say
 * @param flags  {@code --once}: do it once and end; {@code --back}: end the trying
 */
record PackRunOptions(Path folder, Map<String, String> values, Set<String> flags) {

    private static final String USAGE = "usage: deploy/local/pack-run <folder of the pack> --tenant <code>"
            + " [--unit <code>] [--from <yyyy-mm-dd>] [--once | --back]";
    private static final String TENANT = "--tenant";
    private static final String UNIT = "--unit";
    private static final String FROM = "--from";
    private static final String ONCE = "--once";
    private static final String BACK = "--back";

    /** @throws LocalException when it is not understood */
    static PackRunOptions of(List<String> words) {
        Map<String, String> values = new HashMap<>();
        Set<String> flags = new HashSet<>();
        String folder = null;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (Set.of(TENANT, UNIT, FROM).contains(word) && i + 1 < words.size()) {
                values.put(word, words.get(++i));
            } else if (Set.of(ONCE, BACK).contains(word)) {
                flags.add(word);
            } else if (folder == null && !word.startsWith("-")) {
                folder = word;
            } else {
                throw new LocalException(USAGE);
            }
        }
        if (folder == null || !values.containsKey(TENANT) || flags.size() > 1) {
            throw new LocalException(USAGE);
        }
        return new PackRunOptions(Path.of(folder), values, flags);
    }

    void run(Settings settings, Progress progress) {
        PackFolder pack = new PackFolder(folder);
        PackPlace place = new PackPlace(new LocalSystem(settings), settings, values.get(TENANT), values.get(UNIT),
                from());
        if (flags.contains(BACK)) {
            progress.say(place.back(pack.pom().id()));
            return;
        }
        PackRun run = new PackRun(pack, place,
                new PackBuild(settings.root(), settings.state().resolve("packs"), progress), progress,
                settings.state().resolve("logs/launcher.log"));
        if (flags.contains(ONCE)) {
            run.once();
            return;
        }
        try {
            run.watch();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private LocalDate from() {
        String given = values.get(FROM);
        try {
            return given == null ? null : LocalDate.parse(given);
        } catch (DateTimeParseException e) {
            throw new LocalException(FROM + " must be a day like 2026-10-01, not " + given + ".", e);
        }
    }
}
