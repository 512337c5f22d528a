package id.capaian.kernel.health;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Ids;
import jakarta.inject.Inject;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.regex.Pattern;

/**
 * The first to see a request, before sign-on, and the last to let it go, whoever answers it. Gives it an id (the one the
 * proxy sent or a new one) that logs, audit and the answer carry, and counts it as running, so that a node which is asked
 * to end can wait for it.
 */
public class Arrival implements ServletRequestListener {

    static final String REQUEST_ID = "X-Request-Id";

    /** What a proxy may send. */
    private static final Pattern SENT = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    @Inject
    private Caller caller;
    @Inject
    private Clock clock;
    @Inject
    private Drain drain;

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        drain.enter();
        String sent = ((HttpServletRequest) event.getServletRequest()).getHeader(REQUEST_ID);
        caller.inRequest(sent != null && SENT.matcher(sent).matches() ? sent
                : Ids.guessable(clock.millis()).toString());
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        drain.leave();
    }
}
