package id.capaian.keycloak.signon;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** Makes the sealed cookie of somebody who has signed in, with the server's own classes and key, for measuring. */
public final class MadeSession {

    /** About as long as Keycloak's. */
    private static final int REFRESH_TOKEN = 700;

    private final Cookies cookies;

    /** @param key the server's cookie key, base64 of 32 bytes */
    public MadeSession(String key) {
        this.cookies = new Cookies(new Seal(CookieKeys.of(key, null)), false);
    }

    /**
     * Value of the header {@code Cookie}.
     *
     * @param life so long the server asks nobody about it
     */
    public String cookie(String tenant, String subject, String name, UUID employee, Set<String> roles, Duration life) {
        long now = System.currentTimeMillis();
        String kept = cookies.keep(new Session(Area.ofPageWord(tenant).orElseThrow(), subject, name, employee, roles,
                UUID.randomUUID().toString(), now, now + life.toMillis(), now, "x".repeat(REFRESH_TOKEN)));
        return kept.substring(0, kept.indexOf(';'));
    }
}
