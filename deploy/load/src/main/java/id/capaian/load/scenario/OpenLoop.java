package id.capaian.load.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Sends requests when they are due and does not wait for answers: as many are under way as the server leaves
 * unanswered. Who has waited for {@link #PATIENCE} goes away, as people do.
 */
final class OpenLoop implements AutoCloseable {

    /** How long an answer is waited for. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final long NANOS_A_MICRO = 1_000;
    /** More connections than any machine this is for would have; a request beyond is an error of its own. */
    private static final int MOST_UNDER_WAY = 4_000;
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int TOO_BUSY = 503;
    private static final int SHOWN = 300;

    private final Wire wire;
    private final AtomicInteger underWay = new AtomicInteger();

    /** @param server address without a path */
    OpenLoop(String server) {
        wire = new Wire(URI.create(server), PATIENCE);
    }

    /** Sends what is due in some stretches and comes back when everything was answered or given up. */
    Goodput run(List<Stretch> stretches, Mix mix, long seed) throws InterruptedException {
        return run(stretches, mix, seed, () -> false);
    }

    /** The same, ending early when it is over. */
    Goodput run(List<Stretch> stretches, Mix mix, long seed, BooleanSupplier over) throws InterruptedException {
        Goodput goodput = new Goodput(stretches.stream().mapToInt(Stretch::seconds).sum());
        SplittableRandom random = new SplittableRandom(seed);
        Arrivals arrivals = new Arrivals(stretches, seed);
        long start = System.nanoTime();
        while (arrivals.hasNext() && !over.getAsBoolean()) {
            Arrivals.Due due = arrivals.next();
            sleepUntil(start + due.nanos());
            send(mix.next(random), start, due, goodput);
        }
        long end = System.nanoTime() + 2 * PATIENCE.toNanos();
        while (underWay.get() > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        if (underWay.get() > 0) {
            throw new IllegalStateException(underWay + " requests were neither answered nor given up");
        }
        return goodput;
    }

    private static void sleepUntil(long nanos) throws InterruptedException {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.parkNanos(left);
        }
    }

    private void send(Shot shot, long start, Arrivals.Due due, Goodput goodput) {
        Tally tally = due.stretch().tally();
        if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
            underWay.decrementAndGet();
            tally.wrong("not sent", MOST_UNDER_WAY + " requests were under way", PATIENCE.toNanos() / NANOS_A_MICRO);
            shot.settled(Outcome.WRONG);
            return;
        }
        wire.send(shot.ask(), (answer, failure) -> {
            try {
                long nanos = System.nanoTime() - start;
                Outcome outcome = judge(shot, answer, failure, tally, (nanos - due.nanos()) / NANOS_A_MICRO);
                if (outcome == Outcome.GOOD) {
                    goodput.good(nanos, shot.ask().body() != null);
                }
                shot.settled(outcome);
            } finally {
                underWay.decrementAndGet();
            }
        });
    }

    private static Outcome judge(Shot shot, Wire.Answer answer, Throwable failure, Tally tally, long micros) {
        if (failure != null) {
            tally.wrong(kindOf(failure), asked(shot) + failure, micros);
            return Outcome.WRONG;
        }
        if (answer.asked() > 1) {
            tally.askedTwice();
        }
        int status = answer.status();
        if (status == OK) {
            String wrong = shot.wrong(answer);
            if (wrong == null) {
                tally.good(micros);
                return Outcome.GOOD;
            }
            tally.wrong("200 with wrong content", wrong, micros);
            return Outcome.WRONG;
        }
        if (answer.tellsWhen() && (status == TOO_MANY || status == TOO_BUSY)) {
            tally.turnedAway(micros);
            return Outcome.TURNED_AWAY;
        }
        tally.wrong(Integer.toString(status), asked(shot) + beginning(answer.body()), micros);
        return Outcome.WRONG;
    }

    private static String asked(Shot shot) {
        return shot.ask().method() + " " + shot.ask().path() + ": ";
    }

    private static String kindOf(Throwable failure) {
        if (failure instanceof HttpTimeoutException) {
            return "no answer in " + PATIENCE.toSeconds() + " s";
        }
        return failure instanceof IOException ? "connection failed" : failure.getClass().getSimpleName();
    }

    private static String beginning(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.substring(0, Math.min(SHOWN, text.length()));
    }

    @Override
    public void close() {
        wire.close();
    }
}
