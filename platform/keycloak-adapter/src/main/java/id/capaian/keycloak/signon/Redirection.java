package id.capaian.keycloak.signon;

import java.util.List;

/**
 * An answer that sends the browser elsewhere (302 or 303).
 *
 * @param location   absolute address
 * @param setCookies values for {@code Set-Cookie} headers, to be sent as they are
 */
public record Redirection(String location, List<String> setCookies) {

    /** Takes a copy of the cookies. */
    public Redirection {
        setCookies = List.copyOf(setCookies);
    }
}
