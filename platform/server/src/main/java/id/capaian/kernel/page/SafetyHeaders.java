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
import java.util.function.BiConsumer;
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
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        write(headers::putSingle);
    }

    /** For answers that are not made by the REST layer. */
    public void write(BiConsumer<String, String> header) {
        header.accept("Content-Security-Policy", policy);
        header.accept("Referrer-Policy", "same-origin");
        header.accept("X-Content-Type-Options", "nosniff");
        header.accept("Cross-Origin-Opener-Policy", "same-origin");
        header.accept("Permissions-Policy", "camera=(self), geolocation=(), microphone=(), payment=()");
        header.accept(HttpHeaders.VARY, "Accept-Encoding, Accept-Language");
        if (https) {
            header.accept("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
