package id.capaian.kernel.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyLimitTest {

    private static final long MIB = 1024L * 1024;

    @Test
    void filesMayBeLarge() {
        for (String type : List.of("multipart/form-data; boundary=x", "text/csv", "application/pdf", "image/jpeg",
                "application/octet-stream", "Application/PDF",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")) {
            assertEquals(32 * MIB, BodyLimit.limit(type(type)), type);
        }
    }

    @Test
    void everythingElseIsSmallWhateverItIsCalled() {
        for (String type : List.of("application/json", "application/csp-report", "application/x-www-form-urlencoded",
                "application/problem+json", "text/html", "application/logout+jwt", "x/y", "application/xml",
                "multipart/mixed; boundary=x", "*/*")) {
            assertEquals(MIB, BodyLimit.limit(type(type)), type);
        }
        assertEquals(MIB, BodyLimit.limit(null));
    }

    @Test
    void aBodyMayComeAsSlowlyAsTheSlowestLineAndNoSlower() {
        long second = 1_000_000_000;
        assertFalse(BodyLimit.isTooSlow(1, 30 * second), "half a minute is everybody's");
        assertTrue(BodyLimit.isTooSlow(1, 31 * second));
        assertFalse(BodyLimit.isTooSlow(32 * MIB, 32 * 1024 * second));
        assertTrue(BodyLimit.isTooSlow(32 * MIB, 33 * 1024 * second));
    }

    private static MediaType type(String name) {
        String[] parts = name.split("[/;]");
        return new MediaType(parts[0], parts[1]);
    }
}
