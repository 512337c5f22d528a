package id.capaian.access.boundary;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Lets nobody through to a method that does not say who may call it. What a method says is read once, when the server
 * starts, and stands before it from then on.
 */
@Provider
@ApplicationScoped
public class Gate implements DynamicFeature {

    private static final Logger LOG = Logger.getLogger(Gate.class.getName());
    private static final String TENANT = "{tenant}";

    private final Caller caller;

    Gate() {
        this(null);
    }

    @Inject
    Gate(Caller caller) {
        this.caller = caller;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        context.register(new Keeper(caller, resource.getResourceMethod(), isOfTenant(resource)), Priorities.AUTHORIZATION);
    }

    /** Whether the address says a tenant's code. */
    private static boolean isOfTenant(ResourceInfo resource) {
        Path path = resource.getResourceClass().getAnnotation(Path.class);
        Path below = resource.getResourceMethod().getAnnotation(Path.class);
        return path != null && path.value().contains(TENANT) || below != null && below.value().contains(TENANT);
    }

    /** Stands before one method. */
    private static final class Keeper implements ContainerRequestFilter {

        private final Caller caller;
        private final Method method;
        private final boolean ofTenant;
        private final boolean open;
        /** Null when the method does not say. */
        private final Set<String> roles;

        Keeper(Caller caller, Method method, boolean ofTenant) {
            RolesAllowed allowed = method.getAnnotation(RolesAllowed.class);
            this.caller = caller;
            this.method = method;
            this.ofTenant = ofTenant;
            this.open = method.isAnnotationPresent(PermitAll.class);
            this.roles = allowed == null ? null : Set.of(allowed.value());
        }

        @Override
        public void filter(ContainerRequestContext request) {
            if (request.getMethod().equals(HttpMethod.OPTIONS)) {
                // Answered by the framework, not by us.
                throw new ProblemException(Problem.METHOD_NOT_ALLOWED);
            }
            if (ofTenant && caller.tenantIfAny().isEmpty()) {
                // The word where a tenant's code belongs is none; what serves tenants would serve nobody.
                throw new ProblemException(Problem.NOT_FOUND);
            }
            if (!open) {
                check();
            }
        }

        private void check() {
            if (roles == null) {
                LOG.log(Level.SEVERE, "{0} does not say who may call it and is refused", method);
                throw new ProblemException(Problem.FORBIDDEN);
            }
            if (!caller.isSignedOn()) {
                throw new ProblemException(Problem.NOT_SIGNED_ON);
            }
            if (roles.stream().noneMatch(caller::has)) {
                throw new ProblemException(Problem.FORBIDDEN);
            }
        }
    }
}
