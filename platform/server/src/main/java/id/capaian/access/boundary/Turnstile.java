package id.capaian.access.boundary;

import id.capaian.kernel.crowd.Crowd;
import id.capaian.kernel.crowd.Limits;
import id.capaian.kernel.crowd.Place;
import id.capaian.kernel.crowd.Rank;
import id.capaian.kernel.crowd.Verdict;
import id.capaian.kernel.identity.Caller;
import id.capaian.keycloak.signon.SignOn;
import id.capaian.registry.TenantSizes;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Lets in only as many requests at once as the node can work on, each tenant as far as is due to it, and sends away who
 * cannot be served soon, before sign-on or the database have had any work with it. Who brings no session of a tenant
 * has places of another kind, fewer of them, so that strangers keep nobody's staff out, however many tenants they ask.
 * Who waits for somebody outside longer than it works (a file on its way, Keycloak) has those of a third, so that slow
 * telephones keep nobody from working; a body that is large or comes late those of a fourth, since whoever sends it is
 * not known yet; and work that turns out long goes on in one of a fifth ({@link Place}). Health and metrics always
 * pass. A place is held while the request's thread works, not while an answer is streamed later. Operations: section
 * "More than a node can do".
 */
public class Turnstile extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String REFUSED = "capaian_refused";
    /** Each of them keeps an HTTP thread, and few free ones are worth waiting for. */
    private static final int SLOW_WAITING = 20;
    private static final int SLOW_LINE = 10;
    private static final ToDoubleFunction<String> LIKE_ANY = line -> 0;

    @Inject
    private transient Lines lines;
    @Inject
    private transient TenantSizes sizes;
    @Inject
    private transient SignOn signOn;
    @Inject
    private transient FullHouse fullHouse;
    @Inject
    private transient Caller caller;
    @Inject
    private transient MetricRegistry metrics;
    @Inject
    @ConfigProperty(name = "capaian.crowd.places", defaultValue = "0")
    private transient int places;
    @Inject
    @ConfigProperty(name = "capaian.crowd.share", defaultValue = "0")
    private transient int share;
    @Inject
    @ConfigProperty(name = "capaian.crowd.slow-places", defaultValue = "30")
    private transient int slowPlaces;
    @Inject
    @ConfigProperty(name = "capaian.crowd.waiting", defaultValue = "120")
    private transient int waiting;
    @Inject
    @ConfigProperty(name = "capaian.crowd.line", defaultValue = "40")
    private transient int line;
    @Inject
    @ConfigProperty(name = "capaian.crowd.patience-millis", defaultValue = "500")
    private transient int patienceMillis;
    private transient Crowd workers;
    private transient Crowd strangers;
    private transient Crowd longWorkers;
    private transient Crowd slow;
    private transient Crowd late;

    /** One request and what is told of it. */
    private record Visitor(HttpServletRequest request, HttpServletResponse response, String line, Rank rank) {
    }

    /**
     * Counts who was refused at places of one kind. Its counters are looked up once: it counts when there is least time for
     * it.
     *
     * @param ofLine since the own line was full
     * @param ofNode since the node was
     */
    private record Refusals(Map<Rank, Counter> ofLine, Map<Rank, Counter> ofNode) implements BiConsumer<Verdict, Rank> {

        static Refusals at(String kind, MetricRegistry metrics) {
            return new Refusals(counters("tenant", kind, metrics), counters("node", kind, metrics));
        }

        private static Map<Rank, Counter> counters(String why, String kind, MetricRegistry metrics) {
            Map<Rank, Counter> counters = new EnumMap<>(Rank.class);
            for (Rank rank : Rank.values()) {
                counters.put(rank, metrics.counter(REFUSED, new Tag("why", why), new Tag("place", kind),
                        new Tag("rank", rank.name().toLowerCase(Locale.ROOT))));
            }
            return counters;
        }

        @Override
        public void accept(Verdict why, Rank rank) {
            (why == Verdict.LINE_FULL ? ofLine : ofNode).get(rank).inc();
        }
    }

    /** What is done with a place. */
    private interface Work {

        void run() throws IOException, ServletException;
    }

    @Override
    public void init() {
        Duration patience = Duration.ofMillis(patienceMillis);
        int all = places > 0 ? places : Limits.places(Runtime.getRuntime().availableProcessors());
        int each = share > 0 ? share : Limits.share(all);
        Limits limits = new Limits(all, each, Limits.alone(all, each), waiting, line, patience);
        workers = crowd("work", limits, sizes::partOf);
        strangers = crowd("strange", half(limits), sizes::partOf);
        // Nobody waits for one of these: it would be at the place that long work is to leave to the others.
        longWorkers = crowd("long", new Limits(all, limits.alone(), limits.alone(), waiting, line, Duration.ZERO), LIKE_ANY);
        int half = Math.max(1, slowPlaces / 2);
        Limits others = new Limits(slowPlaces, half, half, SLOW_WAITING, SLOW_LINE, patience);
        slow = crowd("slow", others, LIKE_ANY);
        late = crowd("late", others, LIKE_ANY);
        metrics.gauge("capaian_working", workers::working);
        metrics.gauge("capaian_waiting", workers::waiting);
        metrics.gauge("capaian_strange", strangers::working);
        metrics.gauge("capaian_long", longWorkers::working);
        metrics.gauge("capaian_slow", slow::working);
        metrics.gauge("capaian_late", late::working);
    }

    /** In all half as many as of the staff, of one tenant nearly as many. */
    private static Limits half(Limits staff) {
        int places = Math.max(2, staff.places() / 2);
        return new Limits(places, Math.min(staff.share(), places - 1), Math.min(staff.alone(), places - 1),
                Math.max(1, staff.waiting() / 2), Math.max(1, staff.line() / 2), staff.patience());
    }

    private Crowd crowd(String kind, Limits limits, ToDoubleFunction<String> parts) {
        return new Crowd(limits, Refusals.at(kind, metrics), parts);
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
        boolean common = name.equals(Lines.COMMON);
        boolean known = !common && signOn.knows(request);
        Rank rank = Ranks.of(request.getMethod(), path, name, request.getHeader(Ranks.PRIORITY));
        Visitor visitor = new Visitor(request, response, name, rank);
        // All strangers whose bodies come late share one line: there are few places for these, and in lines by government
        // they could hold all of them.
        Visitor sender = known ? visitor : new Visitor(request, response, Lines.COMMON, rank);
        Crowd its = !known && !common ? strangers : Ranks.isSlow(request.getMethod(), path) ? slow : workers;
        if (Ranks.reads(request.getMethod()) || WholeRequest.isHere(request)) {
            inside(its, visitor, () -> chain.doFilter(request, response));
        } else if (WholeRequest.isLarge(request)) {
            inside(late, sender, () -> chain.doFilter(request, response));
        } else {
            WholeRequest whole = new WholeRequest(request);
            if (inside(late, sender, whole::receive)) {
                inside(its, visitor, () -> chain.doFilter(whole, response));
            }
        }
    }

    /** Does the work when there is a place; false when the visitor was sent away. */
    private boolean inside(Crowd crowd, Visitor visitor, Work work) throws IOException, ServletException {
        Verdict verdict = crowd.enter(visitor.line(), visitor.rank());
        if (verdict != Verdict.COME_IN) {
            fullHouse.write(visitor.request(), visitor.response(), verdict);
            return false;
        }
        Place place = new Place(crowd, visitor.line(), visitor.rank(), longWorkers, crowd == slow);
        try {
            caller.worksAt(place);
            work.run();
        } finally {
            place.leave();
        }
        return true;
    }
}
