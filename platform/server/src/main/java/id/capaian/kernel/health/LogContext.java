package id.capaian.kernel.health;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.tenancy.TenantCode;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Sees to it that every line of ours says tenant and request. */
@ApplicationScoped
class LogContext {

    private static final int FIRST = 1;
    private static final String NOWHERE = "tenant=- request=-";

    private final Caller caller;
    /** Held, because the log manager forgets loggers nobody holds, and their handlers with them. */
    private final Logger ours = Logger.getLogger("id.capaian");
    private LogLines lines;

    LogContext() {
        this(null);
    }

    @Inject
    LogContext(Caller caller) {
        this.caller = caller;
    }

    void start(@Observes @Priority(FIRST) Startup event) {
        lines = new LogLines(ours, this::where);
        ours.addHandler(lines);
        ours.setUseParentHandlers(false);
    }

    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        ours.setUseParentHandlers(true);
        ours.removeHandler(lines);
    }

    private String where() {
        try {
            String tenant = caller.tenantIfAny().map(TenantCode::value).orElse("-");
            return "tenant=" + tenant + " request=" + caller.requestId();
        } catch (ContextNotActiveException outsideOfAnyRequest) {
            return NOWHERE;
        }
    }
}
