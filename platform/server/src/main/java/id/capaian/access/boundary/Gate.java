package id.capaian.access.boundary;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lets nobody through to a method that does not say who may call it. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION)
public class Gate implements ContainerRequestFilter {

    private static final Logger LOG = Logger.getLogger(Gate.class.getName());

    @Context
    private ResourceInfo resource;

    private final Caller caller;

    Gate() {
        this(null);
    }

    @Inject
    Gate(Caller caller) {
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method == null || request.getMethod().equals("OPTIONS")) {
            throw new ProblemException(Problem.METHOD_NOT_ALLOWED);
        }
        if (request.getUriInfo().getPathParameters().containsKey("tenant") && caller.tenantIfAny().isEmpty()) {
            // The word where a tenant's code belongs is none; what serves tenants would serve nobody.
            throw new ProblemException(Problem.NOT_FOUND);
        }
        if (method.isAnnotationPresent(PermitAll.class)) {
            return;
        }
        RolesAllowed allowed = method.getAnnotation(RolesAllowed.class);
        if (allowed == null) {
            LOG.log(Level.SEVERE, "{0} does not say who may call it and is refused", method);
            throw new ProblemException(Problem.FORBIDDEN);
        }
        if (!caller.isSignedOn()) {
            throw new ProblemException(Problem.NOT_SIGNED_ON);
        }
        if (Arrays.stream(allowed.value()).noneMatch(caller::has)) {
            throw new ProblemException(Problem.FORBIDDEN);
        }
    }
}
