package id.capaian.access.boundary;

import id.capaian.kernel.crowd.Crowd;
import id.capaian.kernel.crowd.Limits;
import id.capaian.kernel.crowd.Rank;
import id.capaian.kernel.crowd.Verdict;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Lets in only as many requests at once as the node can work on, each tenant in its turn, and sends away who cannot be
 * served soon, before sign-on or the database have had any work with it. Health and metrics always pass. A place is
 * held while the request's thread works, not while an answer is streamed later. Operations: section "More than a node
 * can do".
 */
public class Turnstile extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String REFUSED = "capaian_refused";

    @Inject
    private transient Lines lines;
    @Inject
    private transient FullHouse fullHouse;
    @Inject
    private transient MetricRegistry metrics;
    @Inject
    @ConfigProperty(name = "capaian.crowd.places", defaultValue = "0")
    private transient int places;
    @Inject
    @ConfigProperty(name = "capaian.crowd.waiting", defaultValue = "120")
    private transient int waiting;
    @Inject
    @ConfigProperty(name = "capaian.crowd.line", defaultValue = "40")
    private transient int line;
    @Inject
    @ConfigProperty(name = "capaian.crowd.patience-millis", defaultValue = "500")
    private transient int patienceMillis;
    @Inject
    @ConfigProperty(name = "capaian.db.pools")
    private transient int pools;
    @Inject
    @ConfigProperty(name = "capaian.db.pool.size")
    private transient int poolSize;
    private transient Crowd crowd;

    @Override
    public void init() {
        int all = places > 0 ? places : Limits.places(Runtime.getRuntime().availableProcessors(), pools * poolSize);
        crowd = new Crowd(new Limits(all, Math.max(1, all / 2), waiting, line, Duration.ofMillis(patienceMillis)));
        metrics.gauge("capaian_working", crowd::working);
        metrics.gauge("capaian_waiting", crowd::waiting);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        String name = lines.of(path);
        if (name == null) {
            chain.doFilter(request, response);
            return;
        }
        Rank rank = Ranks.of(request.getMethod(), path, name, request.getHeader(Ranks.PRIORITY));
        Verdict verdict = crowd.enter(name, rank);
        if (verdict != Verdict.COME_IN) {
            count(verdict, rank);
            fullHouse.write(request, response, verdict);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            crowd.leave(name);
        }
    }

    private void count(Verdict verdict, Rank rank) {
        metrics.counter(REFUSED, new Tag("why", verdict == Verdict.LINE_FULL ? "tenant" : "node"),
                new Tag("rank", rank.name().toLowerCase(Locale.ROOT))).inc();
    }
}
