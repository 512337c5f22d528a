package id.capaian.load.packs;

import com.sun.management.OperatingSystemMXBean;
import id.capaian.extension.Lease;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.load.Median;
import id.capaian.plugin.api.Formula;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.engine.CanonicalOutcome;
import id.capaian.plugin.engine.PackInvalid;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * CPU of one formula call as the server makes it (a lease, the guard, the engine or the counting classes of a Java
 * pack) beside the same formula in plain Java, called directly, over all golden cases of the pack in turn. All ways are
 * measured round by round in turn, so a machine that gets slower slows them all. The CPU is this whole program's, its
 * garbage collection included.
 */
final class CallCost {

    /** Rounds that are not counted, for the compiler to end. */
    private static final int WARM_UP = 5;
    private static final TenantCode TENANT = new TenantCode("load01");
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final int rounds;
    private final long roundNanos;

    /**
     * @param rounds      whose median counts
     * @param roundMillis CPU time of a round of each way, about
     */
    CallCost(int rounds, long roundMillis) {
        this.rounds = rounds;
        this.roundNanos = roundMillis * 1_000_000;
    }

    /**
     * Microseconds of CPU for one call.
     *
     * @param cases  golden cases
     * @param plain  in plain Java
     * @param engine through the engine without guard; null for a Java pack
     * @param host   as the server calls it
     */
    record Line(String region, boolean data, int cases, double plain, Double engine, double host) {

        /** Most a data pack's call may cost, as a multiple of plain Java's. */
        static final double MOST = 5;

        double ratio() {
            return host / plain;
        }

        boolean met() {
            return !data || ratio() <= MOST;
        }
    }

    /** Measures one pack; every golden case must come out the same on every way. */
    Line measure(RegionJar region) throws IOException, PackInvalid {
        List<FormulaInput> inputs = region.inputs();
        Map<String, Formula> plain = new HashMap<>();
        for (FormulaInput input : inputs) {
            if (!plain.containsKey(input.formulaId())) {
                plain.put(input.formulaId(), region.plain(input.formulaId()));
            }
        }
        try (OwnHost host = new OwnHost(); Lease lease = host.lease(host.serve(region.bytes(), TENANT), TENANT)) {
            List<Way> ways = new ArrayList<>(List.of(
                    new Way(inputs, input -> plain.get(input.formulaId()).evaluate(input)),
                    new Way(inputs, input -> lease.evaluate(input.formulaId(), input))));
            if (region.isData()) {
                ways.add(new Way(inputs, input -> region.pack().formula(input.formulaId()).evaluate(input)));
            }
            requireSame(region, inputs, ways);
            ways.forEach(way -> way.warmUp(WARM_UP * roundNanos));
            for (int round = 0; round < rounds; round++) {
                ways.forEach(way -> way.round(roundNanos));
            }
            return new Line(region.region(), region.isData(), inputs.size(), ways.get(0).median(),
                    region.isData() ? ways.get(2).median() : null, ways.get(1).median());
        }
    }

    private static void requireSame(RegionJar region, List<FormulaInput> inputs, List<Way> ways) {
        for (FormulaInput input : inputs) {
            String plain = CanonicalOutcome.write(ways.get(0).formula().apply(input));
            for (Way way : ways) {
                String outcome = CanonicalOutcome.write(way.formula().apply(input));
                if (!outcome.equals(plain)) {
                    throw new IllegalStateException(region.region() + ": plain Java says\n" + plain
                            + "\nand the pack\n" + outcome);
                }
            }
        }
    }

    /** The middle one of an odd number of values, the mean of the middle two of an even number. */
    /** One way of calling. */
    private static final class Way {

        private static final double NANOS_A_MICRO = 1_000;

        private final List<FormulaInput> inputs;
        private final Function<FormulaInput, Outcome> formula;
        private final List<Double> micros = new ArrayList<>();
        /** Times over all inputs that take about a round. */
        private long times = 1;
        /** Read at the end, so that no call may be left out as useless. */
        private long steps;

        Way(List<FormulaInput> inputs, Function<FormulaInput, Outcome> formula) {
            this.inputs = inputs;
            this.formula = formula;
        }

        Function<FormulaInput, Outcome> formula() {
            return formula;
        }

        /** Until it has run for so long and one round takes as long as it should. */
        void warmUp(long nanos) {
            long spent = 0;
            while (spent < nanos) {
                long took = run();
                spent += took;
                if (took < nanos / 4) {
                    times *= 2;
                }
            }
        }

        void round(long nanos) {
            long took = run();
            micros.add(took / NANOS_A_MICRO / times / inputs.size());
            times = Math.max(1, times * nanos / Math.max(1, took));
        }

        private long run() {
            long before = SYSTEM.getProcessCpuTime();
            for (long i = 0; i < times; i++) {
                for (FormulaInput input : inputs) {
                    steps += formula.apply(input).steps().size();
                }
            }
            return SYSTEM.getProcessCpuTime() - before;
        }

        double median() {
            if (steps == 0) {
                throw new IllegalStateException("no formula made a step");
            }
            return Median.of(micros);
        }
    }
}
