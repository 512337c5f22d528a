package id.capaian.kernel.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

    private static MediaType type(String name) {
        String[] parts = name.split("[/;]");
        return new MediaType(parts[0], parts[1]);
    }
}
