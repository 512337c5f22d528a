package id.capaian.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** A pack at one place of a demo tenant, looked at and changed through the API as a regional admin does it. */
final class PackBinding {

    /** What stands in the version of a pack that is being written. */
    static final String DEVELOPMENT = "-dev.";

    private static final String BINDINGS = "/pack-bindings";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PAUSE_MILLIS = 100;

    private final DemoApi api;
    private final String packId;
    private final String unit;

    /** @param unit id of the unit it is for, with those below it; null for the whole tenant */
    PackBinding(DemoApi api, String packId, String unit) {
        this.api = api;
        this.packId = packId;
        this.unit = unit;
    }

    /** The day from which the pack holds at this place; empty when it does not. */
    Optional<LocalDate> from() {
        return current().map(binding -> LocalDate.parse(binding.path("effectiveFrom").asText()));
    }

    /**
     * Binds a version with the parameters that hold at this place now, and comes back when the server serves it.
     *
     * @throws LocalException when the server refuses it
     */
    void bind(String version, LocalDate from) {
        String condition = awaited(() -> offered(version).map(pack -> pack.path("condition").asText())
                .filter(now -> !now.equals("WAITING")), "look at " + packId + " " + version);
        if (condition.equals("FAILED")) {
            throw refused(version);
        }
        String id = post(packId, version, current().map(PackBinding::parameters).orElse(null), from);
        String state = awaited(() -> binding(id).map(made -> made.path("state").asText())
                .filter(now -> !now.equals("PREPARING")), "serve " + packId + " " + version);
        if (state.equals("FAILED")) {
            throw refused(version);
        }
    }

    /**
     * Ends the trying at this place: what held before holds again.
     *
     * @return what holds now, for a person
     */
    String back() {
        JsonNode trial = current().filter(PackBinding::isDevelopment).orElseThrow(
                () -> new LocalException("No development version of " + packId + " is enabled here."));
        Optional<JsonNode> before = bindings().stream().filter(binding -> !isDevelopment(binding))
                .max(Comparator.comparing(binding -> Instant.parse(binding.path("requestedAt").asText())));
        LocalDate from = LocalDate.parse(trial.path("effectiveFrom").asText());
        // What began on the same day was taken out by the trial; what began before stands in when the trial ends.
        if (before.filter(it -> it.path("effectiveFrom").asText().equals(from.toString())).isPresent()) {
            post(before.get().path("packId").asText(), before.get().path("version").asText(),
                    parameters(before.get()), from);
        } else {
            api.write("DELETE", BINDINGS + "/" + trial.path("bindingId").asText(), null, 0);
        }
        return before.map(it -> it.path("packId").asText() + " " + it.path("version").asText() + " holds again")
                .orElse("no pack holds here any more, as before");
    }

    private String post(String pack, String version, JsonNode parameters, LocalDate from) {
        Map<String, Object> wish = new HashMap<>(Map.of("packId", pack, "version", version,
                "effectiveFrom", from.toString()));
        if (parameters != null) {
            wish.put("parameters", parameters);
        }
        if (unit != null) {
            wish.put("orgUnitId", unit);
        }
        return api.write("POST", BINDINGS, wish, 0).path("bindingId").asText();
    }

    private Optional<JsonNode> offered(String version) {
        return StreamSupport.stream(api.get("/packs").spliterator(), false)
                .filter(pack -> pack.path("packId").asText().equals(packId)
                        && pack.path("version").asText().equals(version)).findFirst();
    }

    private LocalException refused(String version) {
        return new LocalException("The server refuses it: " + offered(version).map(pack -> pack.path("nodes"))
                .map(JsonNode::toString).orElse("it is not offered here any more") + ".");
    }

    /** The newest binding of this pack that is on at this place. */
    private Optional<JsonNode> current() {
        return bindings().stream().filter(binding -> binding.path("packId").asText().equals(packId)
                        && !binding.path("state").asText().equals("OFF"))
                .max(Comparator.comparing(binding -> Instant.parse(binding.path("requestedAt").asText())));
    }

    private Optional<JsonNode> binding(String id) {
        return bindings().stream().filter(binding -> binding.path("bindingId").asText().equals(id)).findFirst();
    }

    private List<JsonNode> bindings() {
        return StreamSupport.stream(api.get(BINDINGS).spliterator(), false)
                .filter(binding -> binding.path("orgUnitId").asText("").equals(unit == null ? "" : unit)
                        || unit == null && binding.path("orgUnitId").isNull())
                .toList();
    }

    private static boolean isDevelopment(JsonNode binding) {
        return binding.path("version").asText().contains(DEVELOPMENT);
    }

    private static JsonNode parameters(JsonNode binding) {
        try {
            return DemoApi.JSON.readTree(binding.path("parameters").asText("{}"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T awaited(Supplier<Optional<T>> look, String what) {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LocalException("Stopped while waiting for the server.", e);
            }
        }
        throw new LocalException("The server did not " + what + " within " + PATIENCE.toSeconds()
                + " s; its log is in .capaian/logs.");
    }
}
