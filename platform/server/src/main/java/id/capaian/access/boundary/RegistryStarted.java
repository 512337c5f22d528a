package id.capaian.access.boundary;

import id.capaian.registry.Registry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started: the node knows which tenants there are. */
@Startup
@ApplicationScoped
public class RegistryStarted implements HealthCheck {

    private final Registry registry;

    RegistryStarted() {
        this(null);
    }

    @Inject
    RegistryStarted(Registry registry) {
        this.registry = registry;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("registry").status(registry.isKnown()).build();
    }
}
