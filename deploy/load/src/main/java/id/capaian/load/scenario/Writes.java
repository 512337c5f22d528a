package id.capaian.load.scenario;

import id.capaian.load.House;
import id.capaian.load.Http;
import id.capaian.load.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Saves progress, and keeps books: which keys were acknowledged and which were not. Nobody else writes the same entry
 * meanwhile, so a version that does not fit is the server's mistake.
 */
final class Writes {

    private static final int LARGEST = 1_000;
    private static final int TRIES = 20;
    private static final int BREATH_MILLIS = 500;
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int TOO_BUSY = 503;

    private final Http http;
    private final Function<Person, String> authorization;
    /** Nobody writes these at the moment; what was turned away stands at the end, as who is told to comes back later. */
    private final Queue<Entry> free = new ConcurrentLinkedQueue<>();
    /** Of these it is not known what became of them. */
    private final Queue<Attempt> unsettled = new ConcurrentLinkedQueue<>();
    private final Queue<Attempt> acknowledged = new ConcurrentLinkedQueue<>();
    private final WrittenDown written;
    private final AtomicLong sentAgain = new AtomicLong();
    private final AtomicLong missed = new AtomicLong();
    private int refused;

    /** @param people whose entries are written */
    static Writes of(House house, Requests requests, List<Person> people, long seed) throws SQLException {
        WrittenDown written = new WrittenDown(house.system().database(), people,
                house.nation().plan().indicators());
        return new Writes(house.http(), requests::authorization, people, written.versions(), written, seed);
    }

    /**
     * Writes of some people's entries.
     *
     * @param http          by which is repeated
     * @param authorization header of a person
     * @param versions      of all entries of these people
     * @param written       what the verdict compares with
     */
    Writes(Http http, Function<Person, String> authorization, List<Person> people, Map<UUID, Long> versions,
            WrittenDown written, long seed) {
        this.http = http;
        this.authorization = authorization;
        this.written = written;
        List<Entry> entries = new ArrayList<>();
        for (Person person : people) {
            for (int n = 0; versions.containsKey(person.entry(n)); n++) {
                entries.add(new Entry(person, person.entry(n), versions.get(person.entry(n))));
            }
        }
        Collections.shuffle(entries, new Random(seed));
        free.addAll(entries);
    }

    /** An entry nobody else writes, with the version it has by our books. */
    static final class Entry {

        private final Person person;
        private final UUID id;
        private volatile long version;
        /** Was turned away and is to be sent again with its key; null when nothing is. */
        private volatile Attempt turnedAway;

        private Entry(Person person, UUID id, long version) {
            this.person = person;
            this.id = id;
            this.version = version;
        }
    }

    /**
     * One write, which may be sent again with its key.
     *
     * @param version the entry has before
     */
    record Attempt(Person person, UUID entry, long version, String key, byte[] body) {

        private Map<String, String> headers() {
            return Map.of("If-Match", "\"" + version + "\"", "Idempotency-Key", key);
        }

        private String path() {
            return "/api/" + person.code() + "/progress/" + entry;
        }

        private String etag() {
            return "\"" + (version + 1) + "\"";
        }
    }

    /**
     * A new value for an entry that is not being written, or the one that was turned away before, again with its key; null,
     * and counted, when all are being written.
     */
    Shot next(SplittableRandom random) {
        Entry entry = free.poll();
        if (entry == null) {
            missed.incrementAndGet();
            return null;
        }
        Attempt attempt = entry.turnedAway;
        if (attempt == null) {
            attempt = newValue(entry, random.nextInt(1, LARGEST));
        } else {
            sentAgain.incrementAndGet();
        }
        Map<String, String> headers = new HashMap<>(attempt.headers());
        headers.put(Requests.AUTHORIZATION, authorization.apply(entry.person));
        headers.put(Requests.ACCEPT, Requests.JSON);
        headers.put("Content-Type", Requests.JSON);
        return new Save(entry, attempt, new Ask("PUT", attempt.path(), headers, attempt.body()));
    }

    private static Attempt newValue(Entry entry, int value) {
        return new Attempt(entry.person, entry.id, entry.version,
                // Not out of the seed: a key is used once, also when two scenarios draw the same numbers.
                UUID.randomUUID().toString(),
                ("{\"value\":" + value + ",\"note\":\"Selesai " + value + " dokumen\"}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private final class Save implements Shot {

        private final Entry entry;
        private final Attempt attempt;
        private final Ask ask;

        Save(Entry entry, Attempt attempt, Ask ask) {
            this.entry = entry;
            this.attempt = attempt;
            this.ask = ask;
        }

        @Override
        public Ask ask() {
            return ask;
        }

        @Override
        public String wrong(Wire.Answer answer) {
            return attempt.etag().equals(answer.etag()) ? null
                    : "version " + attempt.version() + " of " + attempt.entry() + " became " + answer.etag();
        }

        @Override
        public void settled(Outcome outcome) {
            switch (outcome) {
                case GOOD -> {
                    acknowledged.add(attempt);
                    entry.version = attempt.version() + 1;
                    entry.turnedAway = null;
                    free.add(entry);
                }
                case TURNED_AWAY -> {
                    entry.turnedAway = attempt;
                    free.add(entry);
                }
                default -> unsettled.add(attempt);
            }
        }
    }

    /**
     * Sends again, with its key, every write that was not acknowledged, until it is; call it when nothing else is under
     * way. One that is refused counts as lost: then a key cannot be relied on.
     *
     * @return how often writes were sent again, meanwhile and now
     */
    long repeat() throws InterruptedException {
        if (missed.get() > 0) {
            System.out.println("    " + missed + " writes were left out, since every entry was being written");
        }
        for (Entry entry : free) {
            if (entry.turnedAway != null) {
                unsettled.add(entry.turnedAway);
                entry.turnedAway = null;
            }
        }
        for (Attempt attempt = unsettled.poll(); attempt != null; attempt = unsettled.poll()) {
            String refusal = repeat(attempt);
            if (refusal == null) {
                acknowledged.add(attempt);
            } else {
                if (refused == 0) {
                    System.out.println("    first refused repetition: " + attempt.path() + ": " + refusal);
                }
                refused++;
            }
            sentAgain.incrementAndGet();
        }
        return sentAgain.get();
    }

    /** What the server answered that is no acknowledgement; null when it acknowledged. */
    private String repeat(Attempt attempt) throws InterruptedException {
        Map<String, String> headers = new HashMap<>(attempt.headers());
        headers.put(Requests.AUTHORIZATION, authorization.apply(attempt.person()));
        String answered = "";
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                Http.Answer answer = http.send("PUT", attempt.path(), headers, attempt.body());
                if (answer.status() == OK && attempt.etag().equals(answer.etag())) {
                    return null;
                }
                answered = answer.status() + ", version " + answer.etag() + " after " + attempt.version() + ": "
                        + new String(answer.body(), StandardCharsets.UTF_8);
                if (answer.status() != TOO_MANY && answer.status() != TOO_BUSY) {
                    return answered;
                }
            } catch (IOException e) {
                // Still busy with those who have gone away.
                answered = e.toString();
            }
            TimeUnit.MILLISECONDS.sleep(BREATH_MILLIS);
        }
        return answered;
    }

    /** Compares the books with the database; after {@link #repeat()}. */
    WrittenDown.Verdict verdict() throws SQLException {
        return written.compare(List.copyOf(acknowledged)).and(new WrittenDown.Verdict(0, refused, 0));
    }
}
