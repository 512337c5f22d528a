package id.capaian.load.scenario;

import id.capaian.load.Part;
import id.capaian.load.packs.UpgradeWave;
import java.util.List;

/** All scenarios, in the order they are measured in. */
public final class Scenarios {

    private Scenarios() {
    }

    /** @param minutes how long the ordinary hour is; 5 are enough to see that nothing breaks */
    public static List<Part> all(int minutes) {
        return List.of(new Hour(minutes), new Evening(), new Noisy(), new Outage(), new Evaluation(), new Onboarding(),
                new Migration(), new UpgradeWave());
    }
}
