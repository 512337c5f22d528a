package id.capaian.readiness.boundary;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Landing;
import id.capaian.readiness.control.ReadPreparation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Leads the regional admin to what is to be prepared while the government has not gone live. */
@ApplicationScoped
public class PreparationLanding implements Landing {

    private final ReadPreparation readPreparation;
    private final Caller caller;

    PreparationLanding() {
        this(null, null);
    }

    @Inject
    PreparationLanding(ReadPreparation readPreparation, Caller caller) {
        this.readPreparation = readPreparation;
        this.caller = caller;
    }

    @Override
    public Optional<String> path() {
        return caller.has(Roles.REGION_HR_ADMIN) && !readPreparation.isLive() ? Optional.of("/persiapan")
                : Optional.empty();
    }
}
