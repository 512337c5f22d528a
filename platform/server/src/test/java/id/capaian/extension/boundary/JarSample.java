package id.capaian.extension.boundary;

import id.capaian.extension.host.Artifact;
import id.capaian.extension.host.PackArchive;
import id.capaian.extension.host.PackKey;
import id.capaian.extension.host.TrustedKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Packs as they lie in the registry: a manifest, a head, and some files. */
final class JarSample {

    private static final Instant STAGED = Instant.parse("2026-11-24T00:00:00Z");

    private JarSample() {
    }

    /** A data pack; {@code files} by path. */
    static PackArchive.Kept data(PackKey pack, Map<String, String> files) {
        Map<String, String> all = new TreeMap<>(files);
        all.put("pack.json", "{\"id\":\"" + pack.packId() + "\",\"version\":\"" + pack.version()
                + "\",\"kind\":\"data\"}");
        return kept(pack, jar(pack, all));
    }

    /** Bytes that are no pack. */
    static PackArchive.Kept broken(PackKey pack) {
        return kept(pack, new byte[] {4, 5});
    }

    private static PackArchive.Kept kept(PackKey pack, byte[] bytes) {
        return new PackArchive.Kept(new Artifact(pack.packId(), pack.version(), "sha", "DATA", "kunci", new byte[64],
                STAGED), new TrustedKey("kunci", new byte[] {1}, STAGED, null, null), bytes);
    }

    private static byte[] jar(PackKey pack, Map<String, String> files) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Plugin-Id", pack.packId());
        attributes.putValue("Plugin-Version", pack.version());
        attributes.putValue("Plugin-Requires", ">=1.0.0 & <2.0.0");
        attributes.putValue("Plugin-Provider", "Bengkel");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
