package id.capaian.extension.host;

import id.capaian.extension.PackFault;
import id.capaian.extension.fuel.Budget;
import id.capaian.extension.fuel.Tank;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs a pack's code within a budget: a Java pack's on threads that nothing else needs, a data pack's, which ends by
 * itself, on the caller's. It holds off what is slow, what fails, what
 * loops or recurses without end and what takes too much memory. Calls wait for their pack's turn and then run at once,
 * never behind another pack's, so the deadline is the call's own. What neither counts its steps nor heeds its interrupt
 * (a huge act inside Java's own library) costs a thread, and the pack is left alone from then on.
 */
final class GuardedCalls implements AutoCloseable {

    /** Callers wait for their answer, so threads are never many more than callers and hung calls. */
    private static final int MOST_THREADS = 256;

    private final Budget calculation;
    private final Duration wait;
    private final Duration grace;
    private final ThreadPoolExecutor pool;

    GuardedCalls() {
        this(Budget.CALCULATION, Duration.ofSeconds(2), Duration.ofSeconds(1));
    }

    /**
     * With limits of a test.
     *
     * @param calculation what one calculation may use
     * @param wait        how long a call waits for its pack's turn
     * @param grace       after which a call that was told to end is taken for hung
     */
    GuardedCalls(Budget calculation, Duration wait, Duration grace) {
        this.calculation = calculation;
        this.wait = wait;
        this.grace = grace;
        AtomicInteger number = new AtomicInteger();
        pool = new ThreadPoolExecutor(0, MOST_THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(work, "pack-call-" + number.incrementAndGet());
            thread.setDaemon(true);
            // Packs find nothing of the server through their thread.
            thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
            return thread;
        });
    }

    /** What one calculation may use. */
    Budget calculation() {
        return calculation;
    }

    /**
     * Calls.
     *
     * @throws PackFault when it throws, uses up its budget, or may not be called now
     */
    <T> T call(Breaker breaker, Budget budget, Callable<T> code) {
        requireClosed(breaker);
        Call<T> call = null;
        try {
            call = begin(breaker, new Tank(budget), code);
            Answer<T> answer = call.get(budget.deadline().toMillis(), TimeUnit.MILLISECONDS);
            return valueOf(answer, breaker);
        } catch (TimeoutException e) {
            breaker.failed(System.nanoTime());
            call.stop(grace);
            throw late(budget);
        } catch (ExecutionException e) {
            throw impossible(e);
        } catch (InterruptedException e) {
            if (call != null) {
                call.cancel(true);
            }
            throw stopping();
        }
    }

    /**
     * Calls what is bounded by its own language, with the same faults but on the caller's thread: to hand a data pack's
     * formula over to another thread and back costs many times the formula.
     *
     * @throws PackFault when it throws, took longer than its deadline, or may not be called now
     */
    <T> T callBounded(Breaker breaker, Budget budget, Callable<T> code) {
        requireClosed(breaker);
        try {
            takeTurn(breaker);
        } catch (InterruptedException e) {
            throw stopping();
        }
        try {
            return bounded(breaker, budget, code);
        } finally {
            breaker.turns().giveBack();
        }
    }

    private static <T> T bounded(Breaker breaker, Budget budget, Callable<T> code) {
        long before = System.nanoTime();
        Answer<T> answer;
        try {
            answer = Answer.of(new Tank(budget), code);
        } catch (Exception e) {
            throw impossible(e);
        }
        if (System.nanoTime() - before > budget.deadline().toNanos()) {
            breaker.failed(System.nanoTime());
            throw late(budget);
        }
        return valueOf(answer, breaker);
    }

    private static IllegalStateException impossible(Exception e) {
        return new IllegalStateException("a guarded call tells its faults by its answer", e);
    }

    private static PackFault late(Budget budget) {
        return new PackFault(PackFault.Kind.TIMEOUT, "no answer within " + budget.deadline().toMillis() + " ms");
    }

    private static PackFault stopping() {
        Thread.currentThread().interrupt();
        return new PackFault(PackFault.Kind.FAILED, "the server is stopping");
    }

    private static <T> T valueOf(Answer<T> answer, Breaker breaker) {
        if (answer.kind() == null) {
            breaker.succeeded();
            return answer.value();
        }
        // An input that cannot be scored says nothing about the pack, and a wrong answer takes nothing from anybody.
        if (!answer.isHarmless()) {
            breaker.failed(System.nanoTime());
        }
        throw new PackFault(answer.kind(), answer.message());
    }

    private static void requireClosed(Breaker breaker) {
        if (breaker.turns().isHung()) {
            throw new PackFault(PackFault.Kind.SUSPENDED, "a calculation does not end, so it gets no other");
        }
        if (breaker.isOpen(System.nanoTime())) {
            throw new PackFault(PackFault.Kind.SUSPENDED, "failed several times in a row and rests for a while");
        }
    }

    /** Lets the call run now; nobody's fault when there is no room. */
    private <T> Call<T> begin(Breaker breaker, Tank tank, Callable<T> code) throws InterruptedException {
        takeTurn(breaker);
        Call<T> call = new Call<>(tank, code, breaker.turns());
        try {
            pool.execute(call);
            return call;
        } catch (RejectedExecutionException e) {
            breaker.turns().giveBack();
            throw new PackFault(PackFault.Kind.OVERLOADED, "too many calls wait already");
        }
    }

    /** Waits for the pack's turn, unless it is left alone by then. */
    private void takeTurn(Breaker breaker) throws InterruptedException {
        if (!breaker.turns().take(wait)) {
            throw new PackFault(PackFault.Kind.OVERLOADED, "too many calls wait already");
        }
        try {
            requireClosed(breaker);
        } catch (PackFault e) {
            breaker.turns().giveBack();
            throw e;
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    /**
     * What became of a call.
     *
     * @param kind       what went wrong; null when nothing did
     * @param isHarmless whether what went wrong is about this input only, so that the next one may be tried
     */
    private record Answer<T>(T value, PackFault.Kind kind, String message, boolean isHarmless) {

        private static final int LONGEST = 200;

        /**
         * Runs the code to its end, whatever that is. The pack's exception stays here: its class would keep the pack
         * loaded, and its message is code of the pack.
         */
        static <T> Answer<T> of(Tank tank, Callable<T> code) throws Exception {
            return tank.run(() -> {
                try {
                    T value = code.call();
                    return tank.stopped().isEmpty() ? new Answer<>(value, null, null, false) : stopped(tank);
                } catch (Throwable thrown) {
                    return tank.stopped().isEmpty() ? failed(thrown) : stopped(tank);
                }
            });
        }

        private static <T> Answer<T> stopped(Tank tank) {
            return new Answer<>(null, tank.stopped().orElseThrow(), tank.reason(), false);
        }

        private static <T> Answer<T> failed(Throwable thrown) {
            if (thrown instanceof PackFault fault) {
                return new Answer<>(null, fault.kind(), fault.getMessage(),
                        fault.kind() == PackFault.Kind.WRONG_ANSWER);
            }
            PackFault.Kind kind = thrown instanceof StackOverflowError ? PackFault.Kind.RECURSION
                    : thrown instanceof OutOfMemoryError ? PackFault.Kind.MEMORY : PackFault.Kind.FAILED;
            return new Answer<>(null, kind, told(thrown), thrown instanceof IllegalArgumentException);
        }

        private static String told(Throwable thrown) {
            String name = thrown.getClass().getName();
            try {
                String message = String.valueOf(thrown.getMessage());
                return name + ": " + message.substring(0, Math.min(message.length(), LONGEST));
            } catch (Throwable again) {
                return name;
            }
        }
    }

    /** One call; its turn is given back when its code has really ended, not when nobody waits for it any more. */
    private static final class Call<T> extends FutureTask<Answer<T>> {

        private final Tank tank;
        private final Turns turns;
        private final CountDownLatch ended = new CountDownLatch(1);
        private boolean over;
        private boolean stuck;

        Call(Tank tank, Callable<T> code, Turns turns) {
            super(() -> Answer.of(tank, code));
            this.tank = tank;
            this.turns = turns;
        }

        @Override
        public void run() {
            try {
                super.run();
            } finally {
                end();
            }
        }

        private synchronized void end() {
            over = true;
            if (stuck) {
                turns.freed();
            }
            turns.giveBack();
            ended.countDown();
        }

        /** Tells the code to end; what has not ended after the grace is hung. */
        void stop(Duration grace) {
            tank.stop(PackFault.Kind.TIMEOUT);
            cancel(true);
            try {
                if (!ended.await(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                    takeForStuck();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private synchronized void takeForStuck() {
            if (!over) {
                stuck = true;
                turns.stuck();
            }
        }
    }
}
