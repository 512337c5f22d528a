package id.capaian.load.packs;

import id.capaian.extension.Lease;
import id.capaian.extension.PackFault;
import id.capaian.extension.host.PackKey;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.load.Median;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.api.Period;
import id.capaian.plugin.engine.PackInvalid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * What one tenant's scores cost while another tenant's pack misbehaves on the same host: while an endless loop of it
 * runs, and while it is refused because it failed too often and is asked all the same, without a pause. The cost is the
 * CPU of the threads that work for the first tenant; the one that loops and the one that asks for the other are not in
 * it.
 */
final class Neighbour {

    private static final TenantCode GOOD = new TenantCode("load01");
    /** Failures in a row after which the host leaves a pack alone for a tenant; so each has so many loops. */
    private static final int PATIENCE = 3;
    /** By its steps; on a very busy machine the deadline comes first. */
    private static final Set<PackFault.Kind> ENDED = Set.of(PackFault.Kind.WORK, PackFault.Kind.TIMEOUT);
    private static final int BAD_TENANTS = 2_000;
    private static final int BATCH = 200;
    private static final int WARM_UP = 5;
    private static final double NANOS_A_MICRO = 1_000;

    private final int rounds;
    private final int scores;

    /**
     * @param rounds whose median counts
     * @param scores of each situation in each round
     */
    Neighbour(int rounds, int scores) {
        this.rounds = rounds;
        this.scores = scores;
    }

    /**
     * Microseconds of CPU for one score of the tenant whose pack is well.
     *
     * @param busy    beside a thread that counts and has nothing to do with packs: the price of sharing the processor
     * @param looping beside an endless loop
     * @param refused beside calls that are refused
     */
    record Line(String region, boolean data, double before, double busy, double looping, double refused) {

        /** Most a score may cost, as a multiple of before. */
        static final double MOST = 1.1;

        double busyRatio() {
            return busy / before;
        }

        double loopingRatio() {
            return looping / before;
        }

        double refusedRatio() {
            return refused / before;
        }

        boolean met() {
            return loopingRatio() <= MOST && refusedRatio() <= MOST;
        }
    }

    /** Measures with one region's pack as the one that is well. */
    Line measure(RegionJar region) throws PackInvalid {
        List<TenantCode> bad = IntStream.range(0, BAD_TENANTS)
                .mapToObj(i -> new TenantCode(String.format(Locale.ROOT, "bad%04d", i))).toList();
        try (OwnHost host = new OwnHost()) {
            PackKey endless = host.serve(PackBytes.endless(), bad.toArray(TenantCode[]::new));
            try (Lease good = host.lease(host.serve(region.bytes(), GOOD), GOOD)) {
                return new Run(host, endless, bad, region.inputs(), good).measure(region);
            }
        }
    }

    /** One pack being measured. */
    private final class Run {

        private final OwnHost host;
        private final PackKey endless;
        private final List<TenantCode> bad;
        private final List<FormulaInput> inputs;
        private final Lease good;
        private final AtomicInteger nextBad = new AtomicInteger();
        private int nextInput;

        Run(OwnHost host, PackKey endless, List<TenantCode> bad, List<FormulaInput> inputs, Lease good) {
            this.host = host;
            this.endless = endless;
            this.bad = bad;
            this.inputs = inputs;
            this.good = good;
        }

        Line measure(RegionJar region) {
            alone(WARM_UP * scores);
            double[][] micros = new double[4][rounds];
            for (int round = 0; round < rounds; round++) {
                micros[0][round] = alone(scores);
                try (Company counting = new Company(() -> { })) {
                    micros[1][round] = alone(scores);
                }
                try (Company looping = new Company(this::loopUntilRefused)) {
                    micros[2][round] = besideLoops();
                }
                try (Lease lease = host.lease(endless, loopUntilRefused());
                        Company refused = new Company(() -> ask(lease))) {
                    micros[3][round] = alone(scores);
                }
            }
            return new Line(region.region(), region.isData(), Median.of(micros[0]), Median.of(micros[1]),
                    Median.of(micros[2]), Median.of(micros[3]));
        }

        /** Looked at as often as beside loops: looking costs CPU too. */
        private double alone(int count) {
            long nanos = 0;
            int counted = 0;
            while (counted < count) {
                ThreadCpu.running(EndlessPack.class);
                nanos += batch(null);
                ThreadCpu.running(EndlessPack.class);
                counted += BATCH;
            }
            return nanos / NANOS_A_MICRO / counted;
        }

        /** Only those scores count during which one and the same loop ran. */
        private double besideLoops() {
            long nanos = 0;
            int counted = 0;
            while (counted < scores) {
                Optional<Thread> looping = ThreadCpu.running(EndlessPack.class);
                if (looping.isPresent()) {
                    long used = batch(looping.get());
                    if (ThreadCpu.running(EndlessPack.class).equals(looping)) {
                        nanos += used;
                        counted += BATCH;
                    }
                }
            }
            return nanos / NANOS_A_MICRO / counted;
        }

        private long batch(Thread except) {
            long before = ThreadCpu.nanos(except);
            for (int i = 0; i < BATCH; i++) {
                FormulaInput input = inputs.get(nextInput++ % inputs.size());
                good.evaluate(input.formulaId(), input);
            }
            return ThreadCpu.nanos(except) - before;
        }

        /** Another tenant's loops, until the host leaves its pack alone. */
        private TenantCode loopUntilRefused() {
            TenantCode tenant = bad.get(nextBad.getAndIncrement());
            try (Lease lease = host.lease(endless, tenant)) {
                for (int i = 0; i < PATIENCE; i++) {
                    require(ENDED, ask(lease));
                }
                require(Set.of(PackFault.Kind.SUSPENDED), ask(lease));
            }
            return tenant;
        }
    }

    private static PackFault.Kind ask(Lease lease) {
        LocalDate day = LocalDate.of(2026, 1, 1);
        try {
            lease.evaluate(EndlessPack.FORMULA, new FormulaInput(EndlessPack.FORMULA, "unit",
                    new Period("2026", day, day.plusYears(1)), null, List.of(), Map.of(), Parameters.none(),
                    Map.of(EndlessPack.BAD, BigDecimal.ONE)));
            throw new IllegalStateException("an endless loop has ended");
        } catch (PackFault fault) {
            return fault.kind();
        }
    }

    private static void require(Set<PackFault.Kind> expected, PackFault.Kind kind) {
        if (!expected.contains(kind)) {
            throw new IllegalStateException("an endless loop was answered " + kind + " and not " + expected);
        }
    }

    /** A thread that does something again and again until it is closed. */
    private static final class Company implements AutoCloseable {

        private final Thread thread;
        private volatile boolean over;
        private volatile RuntimeException failed;

        Company(Runnable act) {
            thread = new Thread(() -> {
                try {
                    while (!over) {
                        act.run();
                    }
                } catch (RuntimeException e) {
                    failed = e;
                }
            }, "company");
            thread.start();
        }

        @Override
        public void close() {
            over = true;
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (failed != null) {
                throw failed;
            }
        }
    }
}
