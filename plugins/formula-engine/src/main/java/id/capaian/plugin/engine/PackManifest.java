package id.capaian.plugin.engine;

import java.util.Map;

/** The head of {@code pack.json}: what both kinds of packs carry. */
record PackManifest(String id, String version, PackJar.Kind kind) {

    static final String FILE = "pack.json";

    private static final Map<String, PackJar.Kind> KINDS =
            Map.of("data", PackJar.Kind.DATA, "java", PackJar.Kind.JAVA);

    static PackManifest read(PackFiles files) throws PackInvalid {
        return read(JsonFile.object(files, FILE));
    }

    static PackManifest read(JsonFile file) throws PackInvalid {
        Problems problems = new Problems();
        try {
            String kind = Json.text(file.root(), "kind");
            if (KINDS.containsKey(kind)) {
                return new PackManifest(Json.text(file.root(), "id"), Json.text(file.root(), "version"),
                        KINDS.get(kind));
            }
            file.note(problems, file.root(), "kind", "kind is \"" + kind + "\"", "write data or java");
        } catch (Json.Malformed e) {
            file.note(problems, e, "see the plugin guide on pack.json");
        }
        throw new PackInvalid(problems.list());
    }
}
