package id.capaian.keycloak.signon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "/samarinda, samarinda, false, false", "/samarinda/, samarinda, false, false",
        "/samarinda/skp/1, samarinda, false, false", "/api/tubei/progress, tubei, true, false",
        "/api/tubei, tubei, true, false", "/nasional/, nasional, false, false",
        "/api/national/cube, nasional, true, false", "/operator/packs, operator, false, false",
        "/api/operator/packs, operator, true, false", "/samarinda/publik/survei/1, samarinda, false, true",
        "/samarinda/publik, samarinda, false, true", "/api/samarinda/publik/x, samarinda, true, true",
        "/samarinda/publikasi, samarinda, false, false", "/nasional/publik/, nasional, false, false",
        "/operator/publik/, operator, false, false", "/samarinda/x/publik/, samarinda, false, false"})
    void readsAreaFromPath(String path, String area, boolean api, boolean open) {
        Address address = Address.of(path);
        assertEquals(area, address.area().code());
        assertEquals(api, address.api());
        assertEquals(open, address.open());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health/ready", "/metrics", "/openapi", "/gaya", "/problems/x", "/assets/app.css",
        "/sign-in/callback", "/masuk", "/publik/x", "/api", "/api/", "/api/nasional/x", "/api/api/x", "/national/x",
        "/Samarinda/", "/s/", "/1abc/", "/abcdefghijklmnopqrstuvwxyzabcde/"})
    void findsNoAreaWhereThereIsNone(String path) {
        assertNull(Address.of(path).area());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "samarinda/", "//samarinda/", "/samarinda//x", "/samarinda/../tubei/", "/./tubei/",
        "/samarinda/..", "/samarinda;a=b/x", "/samarinda/publik/..;/skp", "/samarinda/publik/%2e%2e/skp",
        "/samarinda/publik%2Fx", "/samarinda/%5Cx", "/samarinda/%252e", "/samarinda/%3Bx", "/samarinda/%zz",
        "/samarinda/%2", "/samarinda/%00", "/samarinda\\x", "/samarinda/a b", "/%73amarinda/", "/samarinda%20/"})
    void refusesWhatCanBeReadInTwoWays(String path) {
        assertSame(Address.MALFORMED, Address.of(path));
    }

    @Test
    void reservedWordsAreNoTenants() {
        Area.RESERVED.stream().filter(word -> !word.equals("nasional") && !word.equals("operator"))
                .forEach(word -> assertTrue(Area.ofPageWord(word).isEmpty(), word));
    }
}
