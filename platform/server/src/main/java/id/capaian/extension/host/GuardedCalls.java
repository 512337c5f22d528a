package id.capaian.extension.host;

import id.capaian.extension.PackFault;
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
 * Runs a pack's code on threads that nothing else needs, with a deadline. It holds off what is slow, what fails and what
 * recurses without end. Calls wait for their pack's turn and then run at once, never behind another pack's, so the deadline
 * is the call's own; a loop that swallows its interrupt costs a thread, and the pack is left alone from then on.
 */
final class GuardedCalls implements AutoCloseable {

    /** Callers wait for their answer, so threads are never many more than callers and hung calls. */
    private static final int MOST_THREADS = 256;
    private static final int LONGEST_MESSAGE = 200;

    private final Duration wait;
    private final Duration grace;
    private final ThreadPoolExecutor pool;

    GuardedCalls() {
        this(Duration.ofSeconds(2), Duration.ofSeconds(1));
    }

    /**
     * With limits of a test.
     *
     * @param wait  how long a call waits for its pack's turn
     * @param grace after which a call that was told to end is taken for hung
     */
    GuardedCalls(Duration wait, Duration grace) {
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

    /**
     * Calls.
     *
     * @throws PackFault when it throws, takes too long, or may not be called now
     */
    <T> T call(Breaker breaker, Duration deadline, Callable<T> code) {
        requireClosed(breaker);
        Call<T> call = null;
        try {
            call = begin(breaker, code);
            T value = call.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            breaker.succeeded();
            return value;
        } catch (TimeoutException e) {
            breaker.failed(System.nanoTime());
            call.stop(grace);
            throw new PackFault(PackFault.Kind.TIMEOUT, "no answer within " + deadline.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw fault(breaker, e.getCause());
        } catch (InterruptedException e) {
            if (call != null) {
                call.cancel(true);
            }
            Thread.currentThread().interrupt();
            throw new PackFault(PackFault.Kind.FAILED, "the server is stopping");
        }
    }

    private static void requireClosed(Breaker breaker) {
        if (breaker.turns().isHung()) {
            throw new PackFault(PackFault.Kind.SUSPENDED, "a calculation does not end, so it gets no other");
        }
        if (breaker.isOpen(System.nanoTime())) {
            throw new PackFault(PackFault.Kind.SUSPENDED, "failed several times in a row and is left alone for a while");
        }
    }

    /** Lets the call run now; nobody's fault when there is no room. */
    private <T> Call<T> begin(Breaker breaker, Callable<T> code) throws InterruptedException {
        Turns turns = breaker.turns();
        if (!turns.take(wait)) {
            throw new PackFault(PackFault.Kind.OVERLOADED, "too many calls wait already");
        }
        Call<T> call = new Call<>(code, turns);
        try {
            requireClosed(breaker);
            pool.execute(call);
            return call;
        } catch (RejectedExecutionException e) {
            turns.giveBack();
            throw new PackFault(PackFault.Kind.OVERLOADED, "too many calls wait already");
        } catch (PackFault e) {
            turns.giveBack();
            throw e;
        }
    }

    /** The pack's exception is not passed on: its class would keep the pack loaded. */
    private static PackFault fault(Breaker breaker, Throwable cause) {
        // An input that cannot be scored says nothing about the pack.
        if (!(cause instanceof IllegalArgumentException)) {
            breaker.failed(System.nanoTime());
        }
        String message = String.valueOf(cause.getMessage());
        return new PackFault(PackFault.Kind.FAILED, cause.getClass().getName() + ": "
                + message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)));
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    /** One call; its turn is given back when its code has really ended, not when nobody waits for it any more. */
    private static final class Call<T> extends FutureTask<T> {

        private final Turns turns;
        private final CountDownLatch ended = new CountDownLatch(1);
        private boolean over;
        private boolean stuck;

        Call(Callable<T> code, Turns turns) {
            super(code);
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
