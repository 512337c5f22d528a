package id.capaian.access.boundary;

import id.capaian.registry.Registry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready: the node knows which tenants there are. */
@Readiness
@ApplicationScoped
public class RegistryReady implements HealthCheck {

    private final Registry registry;

    RegistryReady() {
        this(null);
    }

    @Inject
    RegistryReady(Registry registry) {
        this.registry = registry;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("registry").status(registry.isKnown()).build();
    }
}
