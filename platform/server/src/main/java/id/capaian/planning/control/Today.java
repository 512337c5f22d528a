package id.capaian.planning.control;

import id.capaian.kernel.identity.Caller;
import id.capaian.registry.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The date where the tenant is. */
@ApplicationScoped
class Today {

    private final Tenants tenants;
    private final Caller caller;
    private final Clock clock;

    Today() {
        this(null, null, null);
    }

    @Inject
    Today(Tenants tenants, Caller caller, Clock clock) {
        this.tenants = tenants;
        this.caller = caller;
        this.clock = clock;
    }

    /** Where the tenant is. */
    ZoneId zone() {
        return tenants.zoneOf(caller.tenant());
    }

    LocalDate date() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }
}
