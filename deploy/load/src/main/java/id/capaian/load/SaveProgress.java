package id.capaian.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** "Save progress": a new value for an entry, against its version, with an idempotency key of its own. */
final class SaveProgress implements Request {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 1_000;

    private final House house;
    private final Map<UUID, Long> versions = new ConcurrentHashMap<>();

    SaveProgress(House house) {
        this.house = house;
    }

    @Override
    public String name() {
        return "save progress";
    }

    @Override
    public void send(Person person, SplittableRandom random, boolean sample) throws IOException {
        save(person, person.entry(random.nextInt(house.nation().plan().indicators())), UUID.randomUUID().toString(),
                random.nextInt(1, LARGEST), sample);
    }

    /** Saves a value under a given key; the version goes up by one. */
    void save(Person person, UUID entry, String key, int value, boolean sample) throws IOException {
        long version = versionOf(entry);
        byte[] body = ("{\"value\":" + value + ",\"note\":\"Selesai " + value + " dokumen\"}")
                .getBytes(StandardCharsets.UTF_8);
        Http.Answer answer = house.http().send("PUT", "/api/" + person.code() + "/progress/" + entry, Map.of(
                "Authorization", "Bearer " + house.tokenOf(person), "If-Match", "\"" + version + "\"",
                "Idempotency-Key", key), body).ok("save progress");
        if (!("\"" + (version + 1) + "\"").equals(answer.etag())) {
            throw new IllegalStateException("version " + version + " became " + answer.etag());
        }
        versions.put(entry, version + 1);
        if (sample) {
            JsonNode saved = JSON.readTree(answer.body());
            if (saved.path("value").asInt() != value
                    || !saved.path("progressEntryId").asText().equals(entry.toString())) {
                throw new IllegalStateException("another value was saved: " + saved);
            }
        }
    }

    /** The version the entry has now. */
    long versionOf(UUID entry) {
        return versions.getOrDefault(entry, Person.FIRST_VERSION);
    }
}
