package id.capaian.load.scenario;

import id.capaian.load.Nation;
import id.capaian.load.Person;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Whether the people of the largest government are turned away more often than all others: they are most, in one line. */
final class Largest {

    private final String path;
    private final int staff;
    private final Map<Outcome, LongAdder> its = counters();
    private final Map<Outcome, LongAdder> others = counters();

    Largest(Nation nation) {
        int tenant = nation.largest();
        path = "/" + Person.code(tenant) + "/";
        staff = nation.staffOf(tenant);
    }

    private static Map<Outcome, LongAdder> counters() {
        Map<Outcome, LongAdder> counters = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counters.put(outcome, new LongAdder());
        }
        return counters;
    }

    /** The same requests, counted. */
    Mix counted(Mix mix) {
        return new Mix(List.of(new Mix.Part(1, random -> new Counted(mix.next(random)))));
    }

    /** "largest, 32000 staff: 91 % of 8000 right; all others: 95 % of 30000 right". */
    String text() {
        return String.format(Locale.ROOT, "largest, %d staff: %s; all others: %s", staff, told(its), told(others));
    }

    private static String told(Map<Outcome, LongAdder> counters) {
        long all = counters.values().stream().mapToLong(LongAdder::sum).sum();
        long right = counters.get(Outcome.GOOD).sum();
        return String.format(Locale.ROOT, "%.0f %% of %d right", all == 0 ? 0 : 100.0 * right / all, all);
    }

    private final class Counted implements Shot {

        private final Shot shot;

        Counted(Shot shot) {
            this.shot = shot;
        }

        @Override
        public Ask ask() {
            return shot.ask();
        }

        @Override
        public String wrong(Wire.Answer answer) {
            return shot.wrong(answer);
        }

        @Override
        public void settled(Outcome outcome) {
            shot.settled(outcome);
            (shot.ask().path().contains(path) ? its : others).get(outcome).increment();
        }
    }
}
