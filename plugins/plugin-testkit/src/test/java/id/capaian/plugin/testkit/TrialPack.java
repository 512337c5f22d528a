package id.capaian.plugin.testkit;

import id.capaian.plugin.api.RegionPack;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.pf4j.ExtensionPoint;

/** A small whole pack that keeps the contract, as data or as Java, to be made wrong in one way. */
final class TrialPack {

    private static final String SOURCE = """
            package trial;

            import id.capaian.plugin.api.*;
            import java.math.BigDecimal;
            import java.util.*;

            @org.pf4j.Extension
            public class TrialPack implements RegionPack {

                private static final LocalizedText TEXT = new LocalizedText("Uji", "Trial");
                private static final Indicator A = new Indicator("TRI.A", TEXT, TEXT, Direction.MAX, TEXT,
                        Frequency.MONTHLY, Attribution.UNIT, SampleRule.NONE, null);
                private static final Indicator B = new Indicator("TRI.B", TEXT, TEXT, Direction.MAX, TEXT,
                        Frequency.MONTHLY, Attribution.UNIT, SampleRule.NONE, null);

                /* FIELDS */

                @Override public PackDescriptor descriptor() {
                    return new PackDescriptor("region-trial", "1.0.0", TEXT, TEXT, List.of(A, B),
                            List.of(new IndicatorSet("trial.health", "health", TEXT, List.of(
                                    item("TRI.A", "60"), item("TRI.B", "40")))), List.of(),
                            List.of(new FormulaDescriptor("trial.plain@2026", Subject.PERSON, TEXT, TEXT,
                                    Set.of(Need.RESULTS, Need.BEHAVIOUR), List.of())),
                            PackResources.of(TrialPack.class).text("parameters.schema.json"),
                            new Parameters(Map.of("share", "0.70")), Map.of());
                }

                private static WeightedIndicator item(String code, String weight) {
                    return new WeightedIndicator(code, new BigDecimal(weight), Target.of(new BigDecimal("100")), TEXT,
                            Aspect.QUALITY);
                }

                @Override public Formula formula(String id) {
                    if (!id.equals("trial.plain@2026")) {
                        throw new IllegalArgumentException(id);
                    }
                    return this::evaluate;
                }

                private Outcome evaluate(FormulaInput input) {
                    ResultScore results = Kernel.assess(input, descriptor()).results();
                    BehaviourScore behaviour = Kernel.behaviour(input.marks());
                    if (results.score() == null) {
                        return results.refusal().orElseThrow();
                    }
                    if (behaviour.score() == null) {
                        return behaviour.refusal(results).orElseThrow();
                    }
                    Explanation explanation = new Explanation().results(results).behaviour(behaviour);
                    BigDecimal share = input.parameters().decimal("share");
                    String expression = "share × NH + (1 − share) × NP";
                    BigDecimal value = Kernel.share(share, results.score())
                            .add(Kernel.share(BigDecimal.ONE.subtract(share), behaviour.score()));
                    /* CHANGE */
                    BigDecimal index = explanation.step("NR", TEXT, expression, value);
                    return explanation.scored(results.score(), behaviour.score(), index);
                }
            }
            """;

    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, String> manifest = new TreeMap<>();
    private String source = "";

    /** A data pack. */
    static TrialPack data() {
        TrialPack pack = new TrialPack("data");
        pack.files.put("indicators.csv", """
                code,name_id,name_en,unit_id,unit_en,direction,source_id,source_en,\
                frequency,attribution,sample,minimum_quality
                TRI.A,Nilai A,Value A,%,%,MAX,impor,import,MONTHLY,UNIT,NONE,
                TRI.B,Nilai B,Value B,%,%,MAX,impor,import,MONTHLY,UNIT,NONE,
                """);
        pack.files.put("sets.json", """
                [{"code": "trial.health", "jobFamily": "health", "name": {"id": "Kesehatan", "en": "Health"}, "items": [
                    {"indicator": "TRI.A", "weight": 60, "target": 100, "aspect": "QUALITY",
                     "result": {"id": "Hasil", "en": "Result"}},
                    {"indicator": "TRI.B", "weight": 40, "target": 100, "aspect": "QUALITY",
                     "result": {"id": "Hasil", "en": "Result"}}]}]
                """);
        pack.files.put("formulas/plain@2026.json", """
                {"id": "trial.plain@2026", "subject": "PERSON", "name": {"id": "Polos", "en": "Plain"},
                 "description": {"id": "Rumus uji", "en": "A formula for trials"}, "needs": ["RESULTS", "BEHAVIOUR"],
                 "steps": [{"name": "NR", "label": {"id": "Rekap", "en": "Index"},
                            "expr": "round(p['share'] * NH) + round((1 - p['share']) * NP)"}],
                 "result": "NH", "behaviour": "NP", "index": "NR"}
                """);
        return pack;
    }

    /** A Java pack. */
    static TrialPack java() {
        TrialPack pack = new TrialPack("java");
        pack.files.put("META-INF/extensions.idx", "trial.TrialPack\n");
        pack.source = SOURCE;
        return pack;
    }

    private TrialPack(String kind) {
        manifest.put("Plugin-Requires", ">=1.0.0 & <2.0.0");
        String texts = kind.equals("data") ? """
                , "name": {"id": "Uji", "en": "Trial"}, "description": {"id": "Paket uji", "en": "A pack for trials"}"""
                : "";
        files.put("pack.json", "{\"id\": \"region-trial\", \"version\": \"1.0.0\", \"kind\": \"" + kind + "\""
                + texts + "}");
        files.put("parameters.schema.json", """
                {"type": "object", "additionalProperties": false, "properties": {
                    "share": {"type": "number", "minimum": 0.5, "maximum": 1, "default": 0.70}}}
                """);
        files.put("released-ids.txt", "# released\nTRI.A\nTRI.B\ntrial.health\ntrial.plain@2026\n");
        for (int i = 0; i < 10; i++) {
            files.put("golden/" + (10 + i) + ".json", """
                    {"name": "A %d, B 100", "formula": "trial.plain@2026", "set": "health", "marks": "MEETS",
                     "readings": {"TRI.A": {"value": %d}, "TRI.B": {"value": 100}},
                     "expect": {"result": %d, "behaviour": 100, "index": %s}}
                    """.formatted(50 + 5 * i, 50 + 5 * i, 70 + 3 * i, BigDecimal.valueOf(790 + 21 * i, 1)));
        }
    }

    TrialPack with(String file, String text) {
        files.put(file, text);
        return this;
    }

    TrialPack without(String file) {
        files.remove(file);
        return this;
    }

    TrialPack change(String file, String from, String to) {
        String text = files.get(file);
        if (!text.contains(from)) {
            throw new IllegalStateException(file + " has no " + from);
        }
        return with(file, text.replace(from, to));
    }

    /** Statements before the index is written down: {@code value}, {@code expression} and {@code input} are there. */
    TrialPack doing(String statements) {
        source = source.replace("/* CHANGE */", statements);
        return this;
    }

    TrialPack having(String members) {
        source = source.replace("/* FIELDS */", members);
        return this;
    }

    /** With a document that is offered with every result. */
    TrialPack thanking(String id, String en) {
        if (source.isEmpty()) {
            change("pack.json", "\"kind\": \"data\"", "\"kind\": \"data\", \"documents\": [{\"id\": \"trial.thanks@1\","
                    + " \"purpose\": \"RECOGNITION\", \"name\": {\"id\": \"Apresiasi\", \"en\": \"Thanks\"}}]");
        }
        source = source.replace("new Parameters(Map.of(\"share\", \"0.70\")), Map.of()",
                "new Parameters(Map.of(\"share\", \"0.70\")), Map.of(), List.of(PackResources.of(TrialPack.class)"
                        + ".document(\"trial.thanks@1\", TEXT, DocumentPurpose.RECOGNITION, DocumentOffer.ALWAYS))");
        return with("documents/thanks@1.id.txt", id).with("documents/thanks@1.en.txt", en);
    }

    TrialPack requires(String range) {
        manifest.put("Plugin-Requires", range);
        return this;
    }

    /** Writes the pack's files, as a build does before it packages them. */
    Path directory(Path target) {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = target.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            if (!source.isEmpty()) {
                compile("TrialPack", source, target);
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new pack of the class in such a directory, each time in a class loader of its own. */
    static RegionPack load(Path directory) {
        try {
            URLClassLoader loader = new URLClassLoader(
                    new URL[] {directory.toUri().toURL()}, RegionPack.class.getClassLoader());
            return (RegionPack) loader.loadClass("trial.TrialPack").getConstructor().newInstance();
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The packaged pack. */
    Path jar(Path target) {
        Path classes = directory(target.resolve("classes"));
        Path jar = target.resolve("region-trial-1.0.0.jar");
        Manifest written = new Manifest();
        written.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Map.of("Plugin-Id", "region-trial", "Plugin-Version", "1.0.0", "Plugin-Provider", "Test")
                .forEach((name, value) -> written.getMainAttributes().putValue(name, value));
        manifest.forEach((name, value) -> written.getMainAttributes().putValue(name, value));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), written);
                Stream<Path> walk = Files.walk(classes)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles a class against the plugin API. */
    static void compile(String name, String source, Path target) throws IOException {
        Path file = Files.writeString(Files.createTempDirectory("trial").resolve(name + ".java"), source);
        String path = Stream.of(RegionPack.class, ExtensionPoint.class).map(type -> Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString())).toString())
                .collect(Collectors.joining(java.io.File.pathSeparator));
        StringWriter messages = new StringWriter();
        boolean done = ToolProvider.getSystemJavaCompiler().getTask(messages, null, null, List.of("--release", "17",
                "-proc:none", "-nowarn", "-d", target.toString(), "-classpath", path), null,
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null).getJavaFileObjects(file))
                .call();
        if (!done) {
            throw new IllegalStateException(messages.toString());
        }
    }
}
