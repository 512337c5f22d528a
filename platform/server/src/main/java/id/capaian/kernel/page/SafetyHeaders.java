package id.capaian.kernel.page;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells browsers what our pages never do, so that they refuse it should it ever happen. */
@Provider
@ApplicationScoped
@Priority(Priorities.HEADER_DECORATOR)
public class SafetyHeaders implements ContainerResponseFilter {

    private final String policy;
    private final boolean https;

    SafetyHeaders() {
        this.policy = null;
        this.https = false;
    }

    @Inject
    SafetyHeaders(@ConfigProperty(name = "capaian.keycloak.url") String keycloak,
            @ConfigProperty(name = "capaian.base-url") String baseUrl) {
        // Signing out posts to us and is led on to Keycloak; browsers check that against form-action too.
        this.policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
                + "base-uri 'none'; frame-ancestors 'none'; form-action 'self' " + keycloak
                + "; report-uri /problems/csp-report";
        this.https = baseUrl.startsWith("https:");
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("Content-Security-Policy", policy);
        headers.putSingle("Referrer-Policy", "same-origin");
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("Cross-Origin-Opener-Policy", "same-origin");
        headers.putSingle("Permissions-Policy", "camera=(self), geolocation=(), microphone=(), payment=()");
        headers.add(HttpHeaders.VARY, "Accept-Encoding, Accept-Language");
        if (https) {
            headers.putSingle("Strict-Transport-Security", "max-age=31536000");
        }
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
