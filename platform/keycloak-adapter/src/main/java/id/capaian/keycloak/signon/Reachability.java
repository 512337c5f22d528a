package id.capaian.keycloak.signon;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * What is known about Keycloak being there. A failure is remembered for five seconds, and after that one caller alone
 * tries again: a Keycloak that accepts and never answers would otherwise hold every thread of the server.
 */
final class Reachability {

    static final Duration REMEMBERED = Duration.ofSeconds(5);
    static final Duration PROBE = Duration.ofSeconds(1);

    private static final Logger LOG = System.getLogger(Reachability.class.getName());
    private static final long NEVER = Long.MIN_VALUE;

    private final HttpClient http;
    private final URI probed;
    private final LongSupplier millis;
    /** When the next try is allowed; NEVER while Keycloak answers. */
    private final AtomicLong nextTry = new AtomicLong(NEVER);
    private final ReentrantLock probing = new ReentrantLock();
    private volatile long lastAnswer = NEVER;

    /**
     * @param issuer address of the realm; Keycloak answers it with 200 only when the database is there too
     * @param millis a clock in milliseconds
     */
    Reachability(HttpClient http, String issuer, LongSupplier millis) {
        this.http = http;
        this.probed = URI.create(issuer);
        this.millis = millis;
    }

    /** True when a call is worth its time; after a failure true for one caller every five seconds. */
    boolean mayTry() {
        long due = nextTry.get();
        if (due == NEVER) {
            return true;
        }
        long now = millis.getAsLong();
        return now >= due && nextTry.compareAndSet(due, now + REMEMBERED.toMillis());
    }

    void answered() {
        lastAnswer = millis.getAsLong();
        if (nextTry.getAndSet(NEVER) != NEVER) {
            LOG.log(Level.INFO, "Keycloak answers again");
        }
    }

    void failed(String what) {
        if (nextTry.getAndSet(millis.getAsLong() + REMEMBERED.toMillis()) == NEVER) {
            LOG.log(Level.WARNING, "Keycloak cannot be reached ({0}); who is signed in goes on, new sign-ins wait",
                    what);
        }
    }

    /**
     * True when Keycloak answered within the last five seconds, or does so now within one second. Who asks while somebody
     * is finding out does not wait, and is told what was known last.
     */
    boolean isUp() {
        if (isFresh()) {
            return true;
        }
        if (!probing.tryLock()) {
            return nextTry.get() == NEVER;
        }
        try {
            if (!isFresh() && mayTry()) {
                probe();
            }
            return isFresh();
        } finally {
            probing.unlock();
        }
    }

    private boolean isFresh() {
        long answer = lastAnswer;
        return nextTry.get() == NEVER && answer != NEVER && millis.getAsLong() - answer < REMEMBERED.toMillis();
    }

    private void probe() {
        HttpRequest request = HttpRequest.newBuilder(probed).timeout(PROBE).GET().build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status == 200) {
                answered();
            } else {
                failed("the realm answers " + status);
            }
        } catch (IOException e) {
            failed(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed("interrupted");
        }
    }
}
