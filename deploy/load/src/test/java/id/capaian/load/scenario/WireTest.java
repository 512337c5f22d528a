package id.capaian.load.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class WireTest {

    private static final int AT_MOST_SECONDS = 60;
    private static final Duration SHORT = Duration.ofMillis(100);

    private record Told(Wire.Answer answer, Throwable why) {
    }

    private static Told asked(Wire wire, Ask ask) throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Told> told = new CompletableFuture<>();
        wire.send(ask, (answer, why) -> told.complete(new Told(answer, why)));
        return told.get(AT_MOST_SECONDS, TimeUnit.SECONDS);
    }

    private static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Test
    void sendsAllOfARequestAndKeepsItsConnection() throws Exception {
        Set<InetSocketAddress> callers = ConcurrentHashMap.newKeySet();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            callers.add(exchange.getRemoteAddress());
            byte[] echo = (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("ETag", "\"2\"");
            exchange.getResponseHeaders().set("Retry-After", "3");
            exchange.sendResponseHeaders(429, echo.length);
            exchange.getResponseBody().write(echo);
            exchange.close();
        });
        server.start();
        try (Wire wire = new Wire(address(server.getAddress().getPort()), Duration.ofSeconds(AT_MOST_SECONDS))) {
            Ask ask = new Ask("PUT", "/a?b=c", Map.of("Idempotency-Key", "k1"), "body".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 3; i++) {
                Told told = asked(wire, ask);
                assertNull(told.why());
                assertEquals("PUT /a?b=c k1 body", new String(told.answer().body(), StandardCharsets.UTF_8));
                assertEquals(429, told.answer().status());
                assertEquals("\"2\"", told.answer().etag());
                assertTrue(told.answer().tellsWhen());
            }
            assertEquals(1, callers.size());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void goesAwayFromWhoDoesNotAnswer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
                Wire wire = new Wire(address(silent.getLocalPort()), SHORT)) {
            Told told = asked(wire, Ask.get("/", Map.of()));
            assertInstanceOf(HttpTimeoutException.class, told.why());
            assertNull(told.answer());
            assertEquals(-1, hungUp(silent));
        }
    }

    /** What the server reads after the request: nothing more, since the connection is closed. */
    private static int hungUp(ServerSocket server) throws IOException {
        try (var connection = server.accept()) {
            connection.setSoTimeout((int) TimeUnit.SECONDS.toMillis(AT_MOST_SECONDS));
            byte[] request = new byte[4_096];
            int read = connection.getInputStream().read(request);
            assertTrue(read > 0);
            return connection.getInputStream().read(request);
        }
    }
}
