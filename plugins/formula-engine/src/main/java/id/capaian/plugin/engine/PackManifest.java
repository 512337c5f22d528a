package id.capaian.plugin.engine;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The head of {@code pack.json}: what both kinds of packs carry. */
record PackManifest(String id, String version, PackJar.Kind kind) {

    static final String FILE = "pack.json";

    private static final Map<String, PackJar.Kind> KINDS =
            Map.of("data", PackJar.Kind.DATA, "java", PackJar.Kind.JAVA);

    static PackManifest read(PackFiles files) throws PackInvalid {
        JsonNode json = Json.object(files, FILE);
        try {
            String kind = Json.text(json, "kind");
            if (!KINDS.containsKey(kind)) {
                throw new PackInvalid(FILE, "kind is \"" + kind + "\"", "write data or java");
            }
            return new PackManifest(Json.text(json, "id"), Json.text(json, "version"), KINDS.get(kind));
        } catch (Json.Malformed e) {
            throw new PackInvalid(FILE, e.getMessage(), "see the plugin guide on pack.json");
        }
    }
}
