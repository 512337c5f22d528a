package id.capaian.extension.host;

import id.capaian.extension.TrialCompiler;
import id.capaian.plugin.engine.PackInvalid;
import id.capaian.plugin.engine.PackJar;
import id.capaian.plugin.engine.PackSignature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Builds and signs real packs for tests: {@link TrialPack}, and those of the regions from their sources. */
final class PackWorkshop {

    static final Instant STAGED = Instant.parse("2026-11-24T00:00:00Z");

    private static final Path PLUGINS = Path.of("../../plugins");

    private final String keyId;
    private final KeyPair keys = PackSignature.newKeyPair();

    PackWorkshop() {
        this("workshop");
    }

    /** One of several, each with a key of its own. */
    PackWorkshop(String keyId) {
        this.keyId = keyId;
    }

    /** A jar with what the registry says of it. */
    record Made(Artifact artifact, byte[] bytes) {

        PackKey key() {
            return artifact.key();
        }

        /** The same as if the registry had been told that its signature is another. */
        Made signedBy(byte[] signature) {
            return new Made(new Artifact(artifact.packId(), artifact.version(), artifact.sha256(), artifact.kind(),
                    artifact.keyId(), signature, artifact.stagedAt()), bytes);
        }
    }

    String keyId() {
        return keyId;
    }

    /** A well-behaved Java pack whose formula answers {@code index}. */
    Made javaPack(String version, String index) {
        return make(new TrialPack(version).answers(index));
    }

    Made make(TrialPack pack) {
        return sign(jar(pack.manifest(), pack.files()));
    }

    /** A region's pack from its sources, of either kind, under this version. */
    Made region(String packId, String version) {
        Map<String, byte[]> files = resources(packId, version);
        Path code = PLUGINS.resolve(packId + "/src/main/java");
        if (Files.exists(code)) {
            Map<String, String> sources = new LinkedHashMap<>();
            TrialCompiler.files(code).forEach((name, text) ->
                    sources.put(name, new String(text, StandardCharsets.UTF_8)));
            files.putAll(TrialCompiler.compile(sources));
            files.put("META-INF/extensions.idx", utf8(extension(sources)));
        }
        return sign(jar(TrialPack.manifest(packId, version, TrialPack.FITS), files));
    }

    /** The class PF4J's annotation processor would find. */
    private static String extension(Map<String, String> sources) {
        String file = sources.keySet().stream().filter(name -> sources.get(name).contains("\n@Extension\n")).findFirst()
                .orElseThrow();
        return file.substring(0, file.length() - ".java".length()).replace('/', '.') + "\n";
    }

    private static Map<String, byte[]> resources(String packId, String version) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        TrialCompiler.files(PLUGINS.resolve(packId + "/src/main/resources")).forEach((name, bytes) ->
                files.put(name, utf8(new String(bytes, StandardCharsets.UTF_8).replace("${pack.id}", packId)
                        .replace("${pack.version}", version))));
        return files;
    }

    TrustedKey trusted() {
        return new TrustedKey(keyId, keys.getPublic().getEncoded(), STAGED.minusSeconds(60), null, null);
    }

    /** The same key, withdrawn. */
    TrustedKey revoked() {
        return new TrustedKey(keyId, keys.getPublic().getEncoded(), STAGED.minusSeconds(60), null, STAGED);
    }

    private Made sign(byte[] bytes) {
        try {
            return sign(bytes, PackJar.read(bytes));
        } catch (PackInvalid e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs bytes that nobody read before, as the pack they claim to be. */
    Made signUnread(byte[] bytes, TrialPack claimed) {
        return sign(bytes, new PackJar("region-trial", claimed.version(), TrialPack.FITS, "Workshop", PackJar.Kind.JAVA,
                PackJar.sha256(bytes), null));
    }

    private Made sign(byte[] bytes, PackJar jar) {
        String file = PackSignature.sign(jar, keyId, keys.getPrivate()).format();
        byte[] signature = Base64.getDecoder().decode(file.split("signature: ")[1].strip());
        return new Made(new Artifact(jar.id(), jar.version(), jar.sha256(), jar.kind().name(), keyId, signature,
                STAGED), bytes);
    }

    /** A jar of these files. */
    static byte[] jar(Map<String, String> attributes, Map<String, byte[]> files) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
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

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
