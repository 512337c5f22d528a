package id.capaian.access.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.capaian.kernel.crowd.Verdict;
import id.capaian.kernel.json.Json;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Texts;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What somebody reads who finds no room. */
class FullHouseTest {

    private final FullHouse fullHouse = new FullHouse(new Texts());
    private final Map<String, Object> answered = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    @Test
    void programsGetAProblemWithTheirLanguageAndATimeToComeAgain() throws IOException {
        ask("/api/tubei/periods", Map.of("Accept-Language", "en"), Verdict.LINE_FULL);
        assertEquals(429, answered.get("status"));
        assertEquals("application/problem+json", answered.get("type"));
        JsonNode problem = Json.mapper().readTree(body.toByteArray());
        assertEquals("/problems/too-many-requests", problem.get("type").asText());
        assertEquals(429, problem.get("status").asInt());
        assertEquals(new Texts().text(Language.EN, "problem.too-many-requests.title"),
                problem.get("title").asText());
    }

    @Test
    void peopleGetAPageInIndonesianUntilTheyChoseOtherwise() throws IOException {
        ask("/tubei/", Map.of("Accept", "text/html", "Accept-Language", "en"), Verdict.NODE_FULL);
        assertEquals(429, answered.get("status"), "after a 503 the container hangs up");
        assertTrue(text().contains("<html lang=\"id\">")
                && text().contains("Terlalu banyak orang memakai sistem"), text());
        ask("/tubei/", Map.of("Accept", "text/html", "Cookie", "a=b; capaian-bahasa=en"), Verdict.NODE_FULL);
        assertTrue(text().contains("<html lang=\"en\">"), text());
    }

    /** The address of a form may answer nobody who only asks for it. */
    @Test
    void whoSentSomethingIsToldToReloadAndWhoAskedGetsALink() throws IOException {
        ask("GET", "/tubei/", Map.of("Accept", "text/html"), Verdict.LINE_FULL);
        assertTrue(text().contains("<a href=\"\">Coba lagi</a>"), text());
        ask("POST", "/tubei/tim/sampaikan", Map.of("Accept", "text/html"), Verdict.LINE_FULL);
        assertTrue(text().contains("Muat ulang halaman ini untuk mengirimnya sekali lagi"), text());
        assertFalse(text().contains("<a "), text());
    }

    @Test
    void notEverybodyIsToldToComeAgainAtOnce() throws IOException {
        Set<Object> times = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            ask("/tubei/", Map.of(), Verdict.NODE_FULL);
            times.add(answered.get("Retry-After"));
        }
        assertEquals(Set.of("2", "3", "4", "5", "6", "7", "8"), times);
    }

    private String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    private void ask(String path, Map<String, String> headers, Verdict verdict) throws IOException {
        ask("GET", path, headers, verdict);
    }

    private void ask(String method, String path, Map<String, String> headers, Verdict verdict) throws IOException {
        answered.clear();
        body.reset();
        HttpServletRequest request = fake(HttpServletRequest.class, (name, arguments) -> switch (name) {
            case "getMethod" -> method;
            case "getRequestURI" -> path;
            case "getHeader" -> headers.get((String) arguments[0]);
            default -> throw new IllegalArgumentException(name);
        });
        HttpServletResponse response = fake(HttpServletResponse.class, (name, arguments) -> switch (name) {
            case "setStatus" -> answered.put("status", arguments[0]);
            case "setContentType" -> answered.put("type", arguments[0]);
            case "setContentLength" -> answered.put("length", arguments[0]);
            case "setHeader" -> answered.put((String) arguments[0], arguments[1]);
            case "getOutputStream" -> new Out();
            default -> throw new IllegalArgumentException(name);
        });
        fullHouse.write(request, response, verdict);
        assertEquals(answered.get("length"), body.size());
    }

    @FunctionalInterface
    private interface Deed {
        Object of(String name, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Deed deed) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> {
            Object given = deed.of(method.getName(), arguments);
            return method.getReturnType() == void.class ? null : given;
        }));
    }

    private final class Out extends ServletOutputStream {

        @Override
        public void write(int octet) {
            body.write(octet);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
