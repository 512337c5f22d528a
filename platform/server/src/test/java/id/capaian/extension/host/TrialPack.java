package id.capaian.extension.host;

import id.capaian.extension.TrialCompiler;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A small Java pack, {@code region-trial}, with one formula. Asked with the fact {@code bad} it runs what a
 * test gives it; its class reads the version from a file, so versions that differ in nothing else are compiled once.
 */
final class TrialPack {

    /** What fits this platform. */
    static final String FITS = ">=1.0.0 & <2.0.0";
    static final String FORMULA = "trial.index@2025";

    private static final Map<String, Map<String, byte[]>> COMPILED = new ConcurrentHashMap<>();
    private static final String FILE = "trial/TrialPack.java";
    private static final String SOURCE = """
            package trial;
            import id.capaian.plugin.api.*;
            import java.math.*;
            import java.util.*;
            import java.util.stream.*;
            @org.pf4j.Extension
            public class TrialPack implements RegionPack {
                private final PackDescriptor descriptor = described();
                private static PackDescriptor described() {
                    LocalizedText text = new LocalizedText("Uji", "Trial");
                    String version = PackResources.of(TrialPack.class).texts("pack.properties").get("version");
                    BEGIN
                    return new PackDescriptor("region-trial", version, text, text, List.of(), List.of(), List.of(),
                        List.of(new FormulaDescriptor("trial.index@2025", Subject.SUBJECT, text, text, Set.of(),
                            List.of())),
                        "{\\"type\\":\\"object\\",\\"additionalProperties\\":false,\\"properties\\":{}}",
                        Parameters.none(), Map.of());
                }
                @Override public PackDescriptor descriptor() {
                    return descriptor;
                }
                @Override public Formula formula(String id) {
                    if (!id.equals("trial.index@2025")) throw new IllegalArgumentException(id);
                    return input -> {
                        if (input.facts().containsKey("bad")) { MISBEHAVE }
                        return new Outcome.Scored(RATING, RATING, new BigDecimal("INDEX"), List.of(), List.of());
                    };
                }
            }
            """;

    private final String version;
    private final Map<String, String> manifest;
    private final Map<String, byte[]> extra = new LinkedHashMap<>();
    private String index = "80";
    private String golden;
    private String misbehaviour = "throw new IllegalStateException();";
    private String beginning = "";
    private boolean aboutPeople;

    TrialPack(String version) {
        this.version = version;
        this.manifest = manifest("region-trial", version, FITS);
    }

    String version() {
        return version;
    }

    TrialPack answers(String index) {
        this.index = index;
        return this;
    }

    /** What its example says the formula must answer. */
    TrialPack golden(String index) {
        this.golden = index;
        return this;
    }

    /** Code of the formula. */
    TrialPack whenBad(String code) {
        this.misbehaviour = code;
        return this;
    }

    /** Its formula is about people and suggests both ratings; about units otherwise, without ratings. */
    TrialPack aboutPeople() {
        aboutPeople = true;
        return this;
    }

    /** Code that runs while the pack describes itself. */
    TrialPack atFirst(String code) {
        this.beginning = code;
        return this;
    }

    TrialPack says(String attribute, String value) {
        manifest.put(attribute, value);
        return this;
    }

    TrialPack with(String file, byte[] bytes) {
        extra.put(file, bytes);
        return this;
    }

    Map<String, String> manifest() {
        return manifest;
    }

    static Map<String, String> manifest(String packId, String version, String requires) {
        return new TreeMap<>(Map.of("Plugin-Id", packId, "Plugin-Version", version, "Plugin-Requires", requires,
                "Plugin-Provider", "Workshop"));
    }

    Map<String, byte[]> files() {
        String source = SOURCE.replace("BEGIN", beginning).replace("MISBEHAVE", misbehaviour)
                .replace("SUBJECT", aboutPeople ? "PERSON" : "UNIT")
                .replace("RATING", aboutPeople ? "new BigDecimal(\"INDEX\")" : "null")
                .replace("INDEX", index.contains(".") ? index : index + ".00");
        Map<String, byte[]> files = new LinkedHashMap<>(COMPILED.computeIfAbsent(source,
                text -> TrialCompiler.compile(Map.of(FILE, text))));
        files.put("META-INF/extensions.idx", PackWorkshop.utf8("trial.TrialPack\n"));
        files.put("pack.json", PackWorkshop.utf8(
                "{\"id\":\"region-trial\",\"version\":\"" + version + "\",\"kind\":\"java\"}"));
        files.put("pack.properties", PackWorkshop.utf8("version=" + version + "\n"));
        files.put("golden/01.json", PackWorkshop.utf8("{\"name\":\"x\",\"formula\":\"" + FORMULA
                + "\",\"expect\":{\"index\":" + (golden == null ? index : golden) + "}}"));
        files.putAll(extra);
        return files;
    }
}
