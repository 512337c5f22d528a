package id.capaian.load.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.sun.net.httpserver.HttpServer;
import id.capaian.load.Http;
import id.capaian.load.Person;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writes of one person before a server that takes every repetition. */
class WritesTest {

    private static final int INDICATORS = 16;

    private static final Person PERSON = new Person(1, 0);
    private static final long VERSION = 7;

    private final SplittableRandom random = new SplittableRandom(1);
    private final List<String> repeated = new ArrayList<>();
    private HttpServer server;
    private Writes writes;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            repeated.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            exchange.getResponseHeaders().set("ETag", "\"" + (VERSION + 1) + "\"");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        Map<UUID, Long> versions = new HashMap<>();
        for (int n = 0; n < INDICATORS; n++) {
            versions.put(PERSON.entry(n), VERSION);
        }
        writes = new Writes(new Http("http://127.0.0.1:" + server.getAddress().getPort()), person -> "Bearer x",
                List.of(PERSON), versions, null, 1);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static String key(Shot shot) {
        return shot.ask().headers().get("Idempotency-Key");
    }

    /** All entries once, each settled so. */
    private List<String> round(Outcome outcome) {
        List<String> keys = new ArrayList<>();
        for (int n = 0; n < INDICATORS; n++) {
            Shot shot = writes.next(random);
            keys.add(key(shot));
            shot.settled(outcome);
        }
        return keys;
    }

    @Test
    void whatWasTurnedAwayIsSentAgainWithItsKeyWhenItIsItsTurn() throws InterruptedException {
        List<String> first = round(Outcome.TURNED_AWAY);
        assertEquals(first, round(Outcome.GOOD));
        assertNotEquals(first.get(0), key(writes.next(random)), "what was acknowledged is followed by another");
        assertEquals(INDICATORS, writes.repeat(), "nothing is left to repeat");
        assertEquals(List.of(), repeated);
    }

    @Test
    void whatHadNoAnswerOrIsStillTurnedAwayIsRepeatedInTheEnd() throws InterruptedException {
        Shot lost = writes.next(random);
        lost.settled(Outcome.WRONG);
        Shot away = writes.next(random);
        away.settled(Outcome.TURNED_AWAY);
        assertEquals(2, writes.repeat());
        assertEquals(List.of(key(lost), key(away)), repeated);
    }

    @Test
    void twoNeverWriteTheSameEntryAtOnce() {
        for (int n = 0; n < INDICATORS; n++) {
            assertNotNull(writes.next(random));
        }
        assertNull(writes.next(random));
    }
}
