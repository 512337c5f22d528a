package id.capaian.load.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Stretch stretch = new Stretch(50, 1);
    private HttpServer server;
    private String address;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static Mix asking(String path) {
        return new Mix(List.of(new Mix.Part(1, random -> new Read(Ask.get(path, Map.of()), "right"))));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.sendResponseHeaders(status, body.length());
        exchange.getResponseBody().write(body.getBytes());
        exchange.close();
    }

    private Tally sent(String path) throws InterruptedException {
        try (OpenLoop loop = new OpenLoop(address)) {
            loop.run(List.of(stretch), asking(path), 1);
        }
        return stretch.tally();
    }

    @Test
    void doesNotWaitForAnswersBeforeItSendsMore() throws InterruptedException {
        int together = 20;
        CountDownLatch arrived = new CountDownLatch(together);
        server.createContext("/", exchange -> {
            arrived.countDown();
            try {
                arrived.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            answer(exchange, 200, "right");
        });
        Tally tally = sent("/");
        assertTrue(tally.good() >= together, tally::counts);
        assertEquals(tally.all(), tally.good());
    }

    @Test
    void tellsTurnedAwayFromWrong() throws InterruptedException {
        AtomicInteger turn = new AtomicInteger();
        server.createContext("/", exchange -> {
            switch (turn.getAndIncrement()) {
                case 0 -> answer(exchange, 503, "no word of when to come back");
                case 1 -> answer(exchange, 200, "of somebody else");
                case 2 -> answer(exchange, 404, "gone");
                case 3, 4 -> {
                    exchange.getResponseHeaders().set("Retry-After", "1");
                    answer(exchange, turn.get() == 4 ? 503 : 429, "busy");
                }
                default -> answer(exchange, 200, "right");
            }
        });
        Tally tally = sent("/");
        assertEquals((tally.all() - 5) + " right, 2 turned away, 3 wrong: 200 with wrong content 1, 404 1, 503 1",
                tally.counts());
    }

    @Test
    void countsAServerThatIsNotThereAsWrong() throws InterruptedException {
        Mix mix = asking("/");
        server.stop(0);
        try (OpenLoop loop = new OpenLoop(address)) {
            loop.run(List.of(stretch), mix, 1);
        }
        assertEquals(0, stretch.tally().good());
        assertTrue(stretch.tally().wrong() > 0);
        assertEquals(stretch.tally().all(), stretch.tally().wrong());
    }

    /** As a server does that closes a kept connection just when it is used again. */
    @Test
    void asksAnewWhereAKeptConnectionWasClosed() throws Exception {
        try (ServerSocket once = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
                OpenLoop loop = new OpenLoop("http://127.0.0.1:" + once.getLocalPort())) {
            threads.execute(() -> answerFirstOnly(once));
            loop.run(List.of(stretch), asking("/"), 1);
            assertTrue(stretch.tally().good() > 0);
            assertEquals(stretch.tally().all(), stretch.tally().good(), stretch.tally()::counts);
            assertTrue(stretch.tally().counts().contains("asked twice"), stretch.tally()::counts);
        }
    }

    private void answerFirstOnly(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                threads.execute(() -> answerFirst(connection));
            } catch (IOException e) {
                // Closed: the test is over.
                return;
            }
        }
    }

    private static void answerFirst(Socket connection) {
        try (connection) {
            byte[] request = new byte[4_096];
            int read = connection.getInputStream().read(request);
            assertTrue(read > 0);
            connection.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nright".getBytes());
            read = connection.getInputStream().read(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
