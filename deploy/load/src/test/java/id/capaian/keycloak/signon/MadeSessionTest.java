package id.capaian.keycloak.signon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MadeSessionTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OTHER = "A" + KEY.substring(1).replace("AAAA", "BBBB");
    private static final String NAME = "capaian-load01=";

    private final UUID employee = new UUID(1, 2);
    private final String cookie = new MadeSession(KEY).cookie("load01", "subject", "Pegawai 1", employee,
            Set.of("EMPLOYEE"), Duration.ofHours(1));

    private static Session open(String key, String tenant, String cookie) {
        return new Cookies(new Seal(CookieKeys.of(key, null)), false)
                .open(Area.ofPageWord(tenant).orElseThrow(), cookie.substring(NAME.length()));
    }

    @Test
    void theServerOpensIt() {
        assertTrue(cookie.startsWith(NAME), cookie);
        Session session = open(KEY, "load01", cookie);
        assertEquals("subject", session.subject());
        assertEquals(employee, session.employeeId());
        assertEquals(Set.of("EMPLOYEE"), session.roles());
        assertTrue(session.accessUntil() > System.currentTimeMillis());
    }

    @Test
    void anotherKeyOrAnotherTenantDoesNot() {
        assertNull(open(OTHER, "load01", cookie));
        assertNull(open(KEY, "load02", cookie));
    }
}
