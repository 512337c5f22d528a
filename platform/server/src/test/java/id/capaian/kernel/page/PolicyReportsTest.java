package id.capaian.kernel.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PolicyReportsTest {

    @Test
    void saysWhatWasRefusedWhereWithoutWhatSomebodyTyped() {
        assertEquals("script-src on https://x.id/samarinda/skp of https://evil.example/a.js", kind("""
                {"csp-report": {"document-uri": "https://x.id/samarinda/skp?cari=Budi", "other": {"csp-report": {
                 "blocked-uri": "wrong"}}, "violated-directive": "script-src", "line": 7, "blocked-uri":
                 "https://evil.example/a.js"}, "violated-directive": "wrong"}"""));
    }

    @Test
    void anythingElseIsAKindToo() {
        assertEquals("something in a report that is no JSON", kind("{\"csp-report\":"));
        assertEquals("something in a report that is no JSON", kind("no json"));
        for (String empty : new String[] {"", "[]", "7", "null", "{}", "{\"csp-report\": [1]}", "{\"csp-report\": {}}"}) {
            assertEquals(" on  of ", kind(empty), empty);
        }
    }

    @Test
    void deepNestingIsNotFollowed() {
        assertEquals("something in a report that is no JSON", kind("{\"a\":".repeat(2700)));
    }

    @Test
    void readsNoMoreThanReportsHave() {
        var endless = new Endless();
        assertEquals(Problem.BODY_TOO_LARGE, assertThrows(ProblemException.class,
                () -> new PolicyReports(null).report(endless)).problem());
        assertTrue(endless.read <= 2 * PolicyReports.LARGEST, "read " + endless.read);
    }

    private static String kind(String report) {
        return PolicyReports.kind(report.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Endless extends InputStream {

        private long read;

        @Override
        public int read() {
            read++;
            return '[';
        }
    }
}
