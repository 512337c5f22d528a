package id.capaian.load.packs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Jars of packs made for a run: one that misbehaves, and versions of a data pack that differ in nothing else. */
final class PackBytes {

    private static final String VERSION = "Plugin-Version";
    private static final String HEAD = "pack.json";

    private PackBytes() {
    }

    /** The same data pack under another version. */
    static byte[] withVersion(byte[] jar, String version) {
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar))) {
            Manifest manifest = in.getManifest();
            manifest.getMainAttributes().putValue(VERSION, version);
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), in.readAllBytes());
                }
            }
            ObjectMapper json = new ObjectMapper();
            ObjectNode head = (ObjectNode) json.readTree(files.get(HEAD));
            files.put(HEAD, json.writeValueAsBytes(head.put("version", version)));
            return jar(manifest, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@link EndlessPack} as a Java pack. */
    static byte[] endless() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Map.of("Plugin-Id", EndlessPack.ID, VERSION, EndlessPack.VERSION, "Plugin-Requires", ">=1.0.0 & <2.0.0",
                "Plugin-Provider", "load").forEach(manifest.getMainAttributes()::putValue);
        String name = EndlessPack.class.getName();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(name.replace('.', '/') + ".class", compiled(EndlessPack.class));
        files.put("META-INF/extensions.idx", RegionJar.utf8(name + "\n"));
        files.put(HEAD, RegionJar.utf8("{\"id\":\"" + EndlessPack.ID + "\",\"version\":\"" + EndlessPack.VERSION
                + "\",\"kind\":\"java\"}"));
        files.put("golden/01.json", RegionJar.utf8("{\"name\":\"well\",\"formula\":\"" + EndlessPack.FORMULA
                + "\",\"expect\":{\"index\":80}}"));
        return jar(manifest, files);
    }

    private static byte[] compiled(Class<?> type) {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A jar of these files. */
    static byte[] jar(Manifest manifest, Map<String, byte[]> files) {
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
}
