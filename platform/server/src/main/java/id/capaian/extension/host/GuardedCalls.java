package id.capaian.extension.host;

import id.capaian.extension.PackFault;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs a pack's code on threads that nothing else needs, with a deadline. It holds off what is slow, what fails and what
 * recurses without end; a loop that swallows its interrupt costs one of these threads, and the breaker then stops the pack.
 */
final class GuardedCalls implements AutoCloseable {

    private static final int QUEUE = 256;
    private static final int LONGEST_MESSAGE = 200;

    private final ThreadPoolExecutor pool;

    GuardedCalls(int threads) {
        AtomicInteger number = new AtomicInteger();
        pool = new ThreadPoolExecutor(threads, threads, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), work -> {
            Thread thread = new Thread(work, "pack-call-" + number.incrementAndGet());
            thread.setDaemon(true);
            // Packs find nothing of the server through their thread.
            thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
    }

    /**
     * Calls.
     *
     * @throws PackFault when it throws, takes too long, or may not be called now
     */
    <T> T call(Breaker breaker, Duration deadline, Callable<T> code) {
        if (breaker.isOpen(System.nanoTime())) {
            throw new PackFault(PackFault.Kind.SUSPENDED, "failed several times in a row and is left alone for a while");
        }
        Future<T> answer = submit(code);
        try {
            T value = answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            breaker.succeeded();
            return value;
        } catch (TimeoutException e) {
            answer.cancel(true);
            breaker.failed(System.nanoTime());
            throw new PackFault(PackFault.Kind.TIMEOUT, "no answer within " + deadline.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw fault(breaker, e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new PackFault(PackFault.Kind.FAILED, "the server is stopping");
        }
    }

    private <T> Future<T> submit(Callable<T> code) {
        try {
            return pool.submit(code);
        } catch (RejectedExecutionException e) {
            throw new PackFault(PackFault.Kind.OVERLOADED, "too many calls wait already");
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
}
