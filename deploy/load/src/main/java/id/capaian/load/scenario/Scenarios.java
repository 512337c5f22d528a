package id.capaian.load.scenario;

import id.capaian.load.Part;
import id.capaian.load.packs.UpgradeWave;
import java.util.List;

/** All scenarios, in the order they are measured in. */
public final class Scenarios {

    /** Long enough to see that nothing breaks; the ordinary hour proper takes 60. */
    private static final int DEFAULT_MINUTES = 5;

    private Scenarios() {
    }

    /** With an ordinary hour of five minutes. */
    public static List<Part> all() {
        return all(DEFAULT_MINUTES);
    }

    /** @param minutes how long the ordinary hour is */
    public static List<Part> all(int minutes) {
        return List.of(new Hour(minutes), new Evening(), new Noisy(), new Evaluation(), new Onboarding(),
                new Migration(), new UpgradeWave());
    }
}
