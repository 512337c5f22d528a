package id.capaian.keycloak.admin;

import java.net.URI;
import java.util.Objects;

/**
 * A government's own OpenID Connect provider. Where it signs people in and keeps its keys, Keycloak finds at the
 * issuer's {@code /.well-known/openid-configuration}.
 *
 * @param alias         our name of it, the tenant code
 * @param displayName   what people read on the sign-in page
 * @param issuer        issuer of its tokens
 * @param clientId      our client there
 * @param clientSecret  its secret
 * @param usernameClaim claim of its ID token that holds the NIP or NI PPPK
 */
public record IdentityProvider(String alias, String displayName, URI issuer, String clientId, String clientSecret,
                               String usernameClaim) {

    /** All are required. */
    public IdentityProvider {
        Objects.requireNonNull(alias, "alias");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(clientSecret, "clientSecret");
        Objects.requireNonNull(usernameClaim, "usernameClaim");
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "IdentityProvider[" + alias + ", " + issuer + "]";
    }
}
