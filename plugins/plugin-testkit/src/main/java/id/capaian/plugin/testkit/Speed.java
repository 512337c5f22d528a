package id.capaian.plugin.testkit;

import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.RegionPack;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One evaluation takes milliseconds; all cases together have two seconds. */
final class Speed {

    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private Speed() {
    }

    static List<String> problems(RegionPack pack, Map<String, FormulaInput> inputs) {
        String[] at = {""};
        Thread run = new Thread(() -> inputs.forEach((file, input) -> {
            at[0] = file;
            try {
                pack.formula(input.formulaId()).evaluate(input);
            } catch (RuntimeException e) {
                // other checks tell what fails
            }
        }), "pack under test");
        run.setDaemon(true);
        run.start();
        try {
            run.join(DEADLINE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return run.isAlive() ? List.of(at[0] + ": the cases take longer than " + DEADLINE.toSeconds()
                + " seconds together → one evaluation must take milliseconds") : List.of();
    }
}
