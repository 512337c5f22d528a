package id.capaian.kernel.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells browsers what our answers never do, so that they refuse it should it ever happen. */
@ApplicationScoped
class SafetyHeaders {

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

    /** Writes them all; what makes the answer may then say otherwise, as the assets do that may be kept. */
    void write(BiConsumer<String, String> header) {
        header.accept("Cache-Control", "no-store");
        header.accept("Content-Security-Policy", policy);
        header.accept("Referrer-Policy", "same-origin");
        header.accept("X-Content-Type-Options", "nosniff");
        header.accept("Cross-Origin-Opener-Policy", "same-origin");
        header.accept("Permissions-Policy", "camera=(self), geolocation=(), microphone=(), payment=()");
        header.accept("Vary", "Accept-Encoding, Accept-Language");
        if (https) {
            header.accept("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
