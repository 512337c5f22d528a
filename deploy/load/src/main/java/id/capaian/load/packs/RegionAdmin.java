package id.capaian.load.packs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import id.capaian.load.AdminSession;
import id.capaian.load.Http;
import id.capaian.load.LoadSystem;
import id.capaian.load.Person;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A tenant's regional admin, who enables packs and tries them by the API, on the node of choice. */
final class RegionAdmin {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** For whom every hundredth of a second counts. */
    static final int CLOSELY = 20;
    /** For whom the questions must not be what is measured. */
    static final int SELDOM = 250;
    private static final int CREATED = 201;

    private final AdminSession session;
    private final LocalDate today = LocalDate.now();

    /** Gives the person the role. */
    RegionAdmin(LoadSystem system, Person person) throws SQLException, JOSEException {
        this.session = new AdminSession(system, person);
    }

    /**
     * Enables a version for the whole tenant from the first day of the year on.
     *
     * @return the binding
     */
    UUID enable(Http node, String packId, String version) throws IOException {
        byte[] wish = JSON.writeValueAsBytes(Map.of("packId", packId, "version", version, "effectiveFrom",
                today.getYear() + "-01-01"));
        Http.Answer answer = send(node, "POST", "/pack-bindings", wish);
        if (answer.status() != CREATED) {
            throw new IllegalStateException("enabling " + version + " was answered " + answer.status() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return UUID.fromString(JSON.readTree(answer.body()).path("bindingId").asText());
    }

    void disable(Http node, UUID binding) throws IOException {
        int status = send(node, "DELETE", "/pack-bindings/" + binding, null).status();
        if (status != 204) {
            throw new IllegalStateException("disabling was answered " + status);
        }
    }

    /**
     * Comes back when the node itself says that it calculates with this binding.
     *
     * @param everyMillis how often it is asked
     */
    void awaitInForce(Http node, UUID binding, int everyMillis) throws IOException, InterruptedException {
        await("binding " + binding, everyMillis, () -> {
            for (JsonNode each : read(node, "/pack-bindings")) {
                if (each.path("bindingId").asText().equals(binding.toString())) {
                    return each.path("inForce").asBoolean() && each.path("state").asText().equals("ACTIVE");
                }
            }
            return false;
        });
    }

    /** Comes back when the node has checked all these versions. */
    void awaitChecked(Http node, String packId, List<String> versions) throws IOException, InterruptedException {
        await("check of " + versions, SELDOM, () -> {
            int checked = 0;
            for (JsonNode pack : read(node, "/packs")) {
                boolean wanted = pack.path("packId").asText().equals(packId)
                        && versions.contains(pack.path("version").asText());
                checked += wanted && List.of("VERIFIED", "ACTIVE").contains(pack.path("condition").asText()) ? 1 : 0;
            }
            return checked == versions.size();
        });
    }

    /** The version in force, as the node that is asked says it. */
    String versionInForce(Http node) throws IOException {
        for (JsonNode binding : read(node, "/pack-bindings")) {
            if (binding.path("inForce").asBoolean()) {
                return binding.path("version").asText();
            }
        }
        throw new IllegalStateException("no version is in force");
    }

    /** What would become of this year's stored suggestions with a version; of a unit, or of everybody for null. */
    JsonNode replay(Http node, String packId, String version, String parameters, UUID unit) throws IOException {
        return read(node, "/packs/" + packId + "/" + version + "/trials/replay?period=" + today.getYear()
                + "&parameters=" + URLEncoder.encode(parameters, StandardCharsets.UTF_8)
                + (unit == null ? "" : "&unit=" + unit));
    }

    JsonNode read(Http node, String path) throws IOException {
        return JSON.readTree(send(node, "GET", path, null).ok(path).body());
    }

    Http.Answer send(Http node, String method, String path, byte[] body) throws IOException {
        return session.send(node, method, path, "application/json", body);
    }

    private static void await(String what, int everyMillis, Condition condition)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            TimeUnit.MILLISECONDS.sleep(everyMillis);
        }
    }

    /** Asked again and again. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException;
    }
}
