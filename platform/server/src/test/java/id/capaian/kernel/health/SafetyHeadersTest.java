package id.capaian.kernel.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SafetyHeadersTest {

    @Test
    void overHttpsBrowsersAreToldToStayThere() {
        assertEquals("max-age=31536000", headers("https://capaian.example").get("Strict-Transport-Security"));
    }

    @Test
    void overHttpTheyAreNotForTheyWouldBelieveIt() {
        assertFalse(headers("http://localhost:18080").containsKey("Strict-Transport-Security"));
    }

    private static Map<String, String> headers(String baseUrl) {
        Map<String, String> written = new HashMap<>();
        new SafetyHeaders("http://localhost:18180", baseUrl).write(written::put);
        return written;
    }
}
