package id.capaian.extension.boundary;

import id.capaian.extension.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready: since its start the node has tried every pack that tenants have enabled, so it refuses no calculation that its
 * neighbours would do.
 *
 * <p>A pack that was refused does not make the node unready: the same bytes are refused everywhere, so one broken pack
 * would take the service from everybody, while the binding before it goes on serving. Nor does a pack that is enabled
 * later: all nodes load it in the same second and would leave the balancer together.
 */
@Readiness
@ApplicationScoped
public class PacksReady implements HealthCheck {

    private final Catalogue catalogue;

    PacksReady() {
        this(null);
    }

    @Inject
    PacksReady(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("packs").status(catalogue.isSettled()).build();
    }
}
