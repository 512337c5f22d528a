package id.capaian.load.scenario;

import id.capaian.load.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds how many requests a second a server answers rightly at best: asks for more until it does not answer more. */
final class BestRate {

    private static final double FIRST = 60;
    /** More than can be answered. */
    private static final double STORM = 20 * FIRST;
    private static final double STEP = 1.3;
    private static final double MOST = 20_000;
    /** Less more than this is none. */
    private static final double MORE = 1.03;
    private static final int STEPS_WITHOUT_MORE = 2;
    private static final int SECONDS = 20;

    private final OpenLoop loop;
    private final Mix mix;
    private final Pace pace;
    private final long seed;

    BestRate(OpenLoop loop, Mix mix, Pace pace, long seed) {
        this.loop = loop;
        this.mix = mix;
        this.pace = pace;
        this.seed = seed;
    }

    /**
     * A step.
     *
     * @param rate    asked for, a second
     * @param goodput answered rightly, a second
     */
    record Step(double rate, double goodput) {
    }

    double find() throws InterruptedException {
        Program.say("Getting warm, with a storm unmeasured: turning away is to be as practised as answering");
        loop.run(pace.warmUp(2 * FIRST), mix, seed - 1);
        loop.run(List.of(pace.stretch(STORM, SECONDS)), mix, seed - 2);
        Program.say("Looking for the best rate");
        List<Step> steps = new ArrayList<>();
        for (double rate = pace.rate(FIRST); rate < MOST && !isEnough(steps); rate *= STEP) {
            Stretch stretch = new Stretch(rate, pace.seconds(SECONDS));
            double goodput = loop.run(List.of(stretch), mix, seed + steps.size()).mean(0, stretch.seconds());
            steps.add(new Step(rate, goodput));
            System.out.println(String.format(Locale.ROOT, "    %.0f a second: %.0f right a second, ", rate, goodput)
                    + stretch.tally().percentiles() + "; " + stretch.tally().counts());
        }
        double most = most(steps);
        if (most == 0) {
            throw new IllegalStateException("the server answered nothing rightly, at whatever rate");
        }
        return most;
    }

    /** Whether the last steps brought no more. */
    static boolean isEnough(List<Step> steps) {
        int earlier = steps.size() - STEPS_WITHOUT_MORE;
        return earlier > 0 && most(steps.subList(earlier, steps.size())) < MORE * most(steps.subList(0, earlier));
    }

    private static double most(List<Step> steps) {
        return steps.stream().mapToDouble(Step::goodput).max().orElseThrow();
    }
}
