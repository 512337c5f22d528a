package id.capaian.registry.control;

import id.capaian.kernel.tenancy.SystemUseCase;
import id.capaian.registry.EndedSessions;
import jakarta.inject.Inject;
import java.time.Clock;

/** Ends sessions on every node. */
@SystemUseCase
public class EndSession {

    private final RegistrySql registry;
    private final Clock clock;

    EndSession() {
        this(null, null);
    }

    @Inject
    EndSession(RegistrySql registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** Ends one session. */
    public void one(String sessionId, String subject) {
        registry.end(sessionId, subject, clock.instant());
    }

    /** Ends every session the person has now. */
    public void allOf(String subject) {
        registry.end(EndedSessions.allOf(subject), subject, clock.instant());
    }
}
