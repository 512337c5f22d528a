package id.capaian.extension.host;

import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.engine.PackInvalid;
import id.capaian.plugin.engine.PackJar;
import id.capaian.plugin.engine.PackSignature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.pf4j.ExtensionPoint;

/** Builds and signs real packs for tests: a Java pack with one formula, and Samarinda's data pack. */
final class PackWorkshop {

    static final Instant STAGED = Instant.parse("2026-11-24T00:00:00Z");
    static final String KEY = "workshop";

    private static final String SOURCE = """
            package trial;
            import id.capaian.plugin.api.*;
            import java.math.BigDecimal;
            import java.util.*;
            @org.pf4j.Extension
            public class TrialPack implements RegionPack {
                @Override public PackDescriptor descriptor() {
                    LocalizedText text = new LocalizedText("Uji", "Trial");
                    return new PackDescriptor("region-trial", "VERSION", text, text, List.of(), List.of(), List.of(),
                        List.of(new FormulaDescriptor("trial.index@2025", Subject.UNIT, text, text, Set.of(), List.of())),
                        "{\\"type\\":\\"object\\",\\"additionalProperties\\":false,\\"properties\\":{}}", Parameters.none(), Map.of());
                }
                @Override public Formula formula(String id) {
                    if (!id.equals("trial.index@2025")) throw new IllegalArgumentException(id);
                    return input -> { BODY };
                }
            }
            """;
    private static final String ANSWER = """
            if (input.facts().containsKey("bad")) { MISBEHAVE }
            return new Outcome.Scored(null, null, new BigDecimal("INDEX"), List.of(), List.of());""";

    private final KeyPair keys = PackSignature.newKeyPair();

    /** A jar with what the registry says of it. */
    record Made(Artifact artifact, byte[] bytes) {

        PackKey key() {
            return artifact.key();
        }
    }

    /** A well-behaved Java pack whose formula answers {@code index}. */
    Made javaPack(String version, String index) {
        return javaPack(version, index, index, "throw new IllegalStateException();", ">=1.0.0 & <2.0.0");
    }

    /** A Java pack that runs {@code misbehave} when asked with the fact {@code bad}. */
    Made javaPack(String version, String index, String golden, String misbehave, String requires) {
        String body = ANSWER.replace("INDEX", index).replace("MISBEHAVE", misbehave);
        Map<String, byte[]> files = new LinkedHashMap<>(compile(SOURCE.replace("VERSION", version).replace("BODY", body)));
        files.put("META-INF/extensions.idx", utf8("trial.TrialPack\n"));
        files.put("pack.json", utf8("{\"id\":\"region-trial\",\"version\":\"" + version + "\",\"kind\":\"java\"}"));
        files.put("golden/01.json", utf8("{\"name\":\"x\",\"formula\":\"trial.index@2025\",\"expect\":{\"index\":" + golden + "}}"));
        return sign(jar("region-trial", version, requires, files));
    }

    /** The data pack of Samarinda, as its sources are. */
    Made samarinda() {
        Path resources = Path.of("../../plugins/region-samarinda/src/main/resources");
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> walk = Files.walk(resources)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                String text = Files.readString(file).replace("${pack.id}", "region-samarinda").replace("${pack.version}", "1.0.0");
                files.put(resources.relativize(file).toString(), utf8(text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sign(jar("region-samarinda", "1.0.0", ">=1.0.0 & <2.0.0", files));
    }

    TrustedKey trusted() {
        return new TrustedKey(KEY, keys.getPublic().getEncoded(), STAGED.minusSeconds(60), null, null);
    }

    private Made sign(byte[] bytes) {
        try {
            PackJar jar = PackJar.read(bytes);
            String file = PackSignature.sign(jar, KEY, keys.getPrivate()).format();
            byte[] signature = Base64.getDecoder().decode(file.split("signature: ")[1].strip());
            return new Made(new Artifact(jar.id(), jar.version(), jar.sha256(), jar.kind().name(), KEY, signature, STAGED), bytes);
        } catch (PackInvalid e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] jar(String id, String version, String requires, Map<String, byte[]> files) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Plugin-Id", id);
        attributes.putValue("Plugin-Version", version);
        attributes.putValue("Plugin-Requires", requires);
        attributes.putValue("Plugin-Provider", "Workshop");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> compile(String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try {
            Path target = Files.createTempDirectory("trial-pack");
            boolean done = compiler.getTask(messages, null, null, List.of("--release", "17", "-proc:none", "-d",
                    target.toString(), "-classpath", classpath()), null, List.of(new Source(source))).call();
            if (!done) {
                throw new IllegalStateException(messages.toString());
            }
            return classes(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> classes(Path target) throws IOException {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        try (Stream<Path> walk = Files.walk(target)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                classes.put(target.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return classes;
    }

    private static String classpath() {
        return Stream.of(RegionPack.class, ExtensionPoint.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString())).toString())
                .reduce((one, two) -> one + java.io.File.pathSeparator + two).orElseThrow();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("string:///trial/TrialPack.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
