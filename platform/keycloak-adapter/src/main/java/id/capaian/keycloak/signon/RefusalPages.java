package id.capaian.keycloak.signon;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Writes the body of an answer that sign-on gives by itself: a page for people, a problem document for machines.
 * Implemented by the server as a CDI bean; without one such answers have no body.
 */
public interface RefusalPages {

    /**
     * Writes the body. Status and headers ({@code WWW-Authenticate}, {@code Retry-After}, cookies) are set already and
     * stay as they are; content type and body are missing.
     */
    void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException;
}
