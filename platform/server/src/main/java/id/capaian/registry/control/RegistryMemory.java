package id.capaian.registry.control;

import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.registry.RegistrySnapshot;
import id.capaian.registry.TenantView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this node remembers of the registry between two readings, so that each reads only what is new. For one thread at
 * a time.
 */
final class RegistryMemory {

    private static final Duration TIDYING = Duration.ofMinutes(10);
    /** What was noted is seen when it commits. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);
    /** Longer than the sign-in service keeps any session; it holds a refresh no longer. */
    private static final Duration LONGEST_SESSION = Duration.ofHours(24);

    private final Duration sessions;
    private final Map<String, Instant> ended = new ConcurrentHashMap<>();
    private Map<TenantCode, TenantView> tenants = Map.of();
    private String mark;
    private Instant readAt = Instant.EPOCH;
    private Instant tidiedAt = Instant.EPOCH;

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
        ReadRegistry.News news = registry.since(mark);
        if (news.tenants() != null) {
            tenants = Map.copyOf(news.tenants());
        }
        mark = news.mark();
        readEnded(registry, news.at());
        if (Duration.between(tidiedAt, now).abs().compareTo(TIDYING) >= 0) {
            ended.values().removeIf(at -> at.isBefore(now.minus(sessions)));
            tidiedAt = now;
        }
        return new RegistrySnapshot(tenants, ended);
    }

    /** @param at by the database's clock, as all of it: that may have been set back since the last reading */
    private void readEnded(ReadRegistry registry, Instant at) {
        EndedSession last = EndedSession.before((at.isBefore(readAt) ? at : readAt).minus(OVERLAP));
        List<EndedSession> page;
        do {
            page = registry.ended(last);
            for (EndedSession session : page) {
                ended.put(session.sessionId(), session.endedAt());
                last = session;
            }
        } while (page.size() == RegistrySql.PAGE);
        readAt = at;
    }
}
