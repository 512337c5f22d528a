package id.capaian.load.scenario;

import id.capaian.load.House;
import java.util.List;

/**
 * How long and how fast: in a quick run a quarter of the time at a fifth of the rate, by which nothing is found but
 * that it works, on a busy machine, too.
 */
record Pace(boolean quick) {

    private static final int QUICK_TIME = 4;
    private static final int QUICK_RATE = 5;
    private static final int WARM_UP_SECONDS = 40;

    static Pace of(House house) {
        return new Pace(house.quick());
    }

    int seconds(int full) {
        return quick ? full / QUICK_TIME : full;
    }

    double rate(double full) {
        return quick ? full / QUICK_RATE : full;
    }

    Stretch stretch(double fullRate, int fullSeconds) {
        return new Stretch(rate(fullRate), seconds(fullSeconds));
    }

    /** Slowly at first: a cold server asked for all of it at once falls behind, and is not warm for long after. */
    List<Stretch> warmUp(double fullRate) {
        return List.of(stretch(fullRate / 4, WARM_UP_SECONDS), stretch(fullRate / 2, WARM_UP_SECONDS),
                stretch(fullRate, WARM_UP_SECONDS));
    }
}
