package id.capaian.registry.control;

import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.registry.RegistrySnapshot;
import id.capaian.registry.TenantView;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this node remembers of the registry between two readings, so that each reads only what is new. Once in a while
 * it reads everything again, in case a neighbour's clock is wrong by more than the overlap. For one thread at a time.
 */
final class RegistryMemory {

    /** Ends are stamped by the clocks of other nodes and seen when they commit. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);
    private static final Duration WHOLE = Duration.ofMinutes(10);
    /** Longer than the sign-in service keeps any session; it holds a refresh no longer. */
    private static final Duration LONGEST_SESSION = Duration.ofHours(24);

    private final Duration sessions;
    private final Map<String, Instant> ended = new ConcurrentHashMap<>();
    private Map<TenantCode, TenantView> tenants = Map.of();
    private String mark;
    private Instant readAt;
    private Instant readWholeAt;

    /** @param sessions how long ended sessions are remembered, see {@link #ofSessions} */
    RegistryMemory(Duration sessions) {
        this.sessions = sessions;
    }

    /**
     * How long the end of a session must be remembered: as long as a cookie of it may be shown.
     *
     * @param outageHours how long sessions go on while the sign-in service cannot be reached
     */
    static Duration ofSessions(int outageHours) {
        return LONGEST_SESSION.plusHours(outageHours);
    }

    /** Reads what is new; answers what is known now. */
    RegistrySnapshot refreshed(ReadRegistry registry, Instant now) {
        boolean whole = readWholeAt == null || Duration.between(readWholeAt, now).abs().compareTo(WHOLE) >= 0;
        Instant oldest = now.minus(sessions);
        ReadRegistry.News news = registry.since(whole ? null : mark, whole ? oldest : sinceLast(now));
        if (news.tenants() != null) {
            tenants = Map.copyOf(news.tenants());
        }
        mark = news.mark();
        ended.putAll(news.ended());
        readAt = now;
        if (whole) {
            ended.values().removeIf(at -> at.isBefore(oldest));
            readWholeAt = now;
        }
        return new RegistrySnapshot(tenants, ended);
    }

    /** A clock that was set back must not hide what ends from now on. */
    private Instant sinceLast(Instant now) {
        return (readAt.isBefore(now) ? readAt : now).minus(OVERLAP);
    }
}
