package id.capaian.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The pack of Samarinda as it is built, but always of the same version, to be packed again with something changed. */
final class SamplePack {

    private static final String VERSION = "1.0.0";

    private SamplePack() {
    }

    static Map<String, byte[]> files() {
        Map<String, byte[]> files = built();
        String manifest = new String(files.get("pack.json"), StandardCharsets.UTF_8)
                .replaceFirst("\"version\": \"[^\"]*\"", "\"version\": \"" + VERSION + "\"");
        files.put("pack.json", manifest.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static Map<String, byte[]> built() {
        URL manifest = SamplePack.class.getResource("/released-ids.txt");
        try {
            if (!(manifest.openConnection() instanceof JarURLConnection inJar)) {
                return read(Path.of(manifest.toURI()).getParent());
            }
            try (FileSystem jar = FileSystems.newFileSystem(Path.of(inJar.getJarFileURL().toURI()))) {
                return read(jar.getPath("/"));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the pack is a test dependency", e);
        }
    }

    static Map<String, byte[]> with(String name, String text) {
        Map<String, byte[]> files = files();
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    static String text(String name) {
        return new String(files().get(name), StandardCharsets.UTF_8);
    }

    static Path write(Path jar, Map<String, byte[]> files) {
        return write(jar, files, ">=1.0.0 & <2.0.0");
    }

    static Path write(Path jar, Map<String, byte[]> files, String requires) {
        return write(jar, files, requires, VERSION);
    }

    static Path write(Path jar, Map<String, byte[]> files, String requires, String version) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        List.of("Plugin-Id:region-samarinda", "Plugin-Version:" + version, "Plugin-Provider:Capaian").forEach(line ->
                attributes.putValue(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1)));
        attributes.putValue("Plugin-Requires", requires);
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream zip = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> read(Path root) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(path).toString().replace('\\', '/');
                if (!name.startsWith("META-INF/")) {
                    try (InputStream in = Files.newInputStream(path)) {
                        files.put(name, in.readAllBytes());
                    }
                }
            }
        }
        return files;
    }
}
