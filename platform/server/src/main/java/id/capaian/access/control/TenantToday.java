package id.capaian.access.control;

import id.capaian.kernel.identity.Caller;
import id.capaian.registry.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/** Which day it is where the tenant is. */
@ApplicationScoped
class TenantToday {

    private final Tenants tenants;
    private final Caller caller;
    private final Clock clock;

    TenantToday() {
        this(null, null, null);
    }

    @Inject
    TenantToday(Tenants tenants, Caller caller, Clock clock) {
        this.tenants = tenants;
        this.caller = caller;
        this.clock = clock;
    }

    LocalDate get() {
        return LocalDate.ofInstant(clock.instant(), tenants.zoneOf(caller.tenant()));
    }
}
