package id.capaian.local;

import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.engine.DataPackReader;
import id.capaian.plugin.engine.GoldenResult;
import id.capaian.plugin.engine.GoldenRunner;
import id.capaian.plugin.engine.PackCheck;
import id.capaian.plugin.engine.PackFiles;
import id.capaian.plugin.engine.PackInvalid;
import id.capaian.plugin.engine.PackJar;
import id.capaian.plugin.engine.PackProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The module folder of a pack that is being written. */
final class PackFolder {

    private static final String MANIFEST = "pack.json";
    private static final int MOST_TABLES = 2;

    private final Path folder;

    /** @throws LocalException when it is no folder of a pack */
    PackFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        if (!Files.exists(resources().resolve(MANIFEST)) || !Files.exists(this.folder.resolve("pom.xml"))) {
            throw new LocalException(folder + " holds no pack: name the folder of one, with pom.xml and"
                    + " src/main/resources/pack.json. A new one is made by deploy/local/pack-new.");
        }
    }

    Path path() {
        return folder;
    }

    /** What its {@code pom.xml} says now. */
    PackPom pom() {
        return PackPom.read(folder.resolve("pom.xml"));
    }

    /** True for a Java pack: Maven compiles it, and its own tests check it. */
    boolean isJava() {
        return Files.isDirectory(folder.resolve("src/main/java"));
    }

    /** Every file the pack is made of, with what tells that it was saved; in order of names. */
    Map<String, String> state() {
        Map<String, String> state = new TreeMap<>();
        for (String part : List.of("pom.xml", "src/main", "src/test")) {
            for (Path file : filesBelow(folder.resolve(part))) {
                state.put(folder.relativize(file).toString(), fingerprint(file));
            }
        }
        return state;
    }

    /**
     * The jar of a data pack as {@code mvn package} would make it, but for its version.
     *
     * @param version what to call it
     */
    byte[] dataJar(String version) {
        PackPom pom = pom().withVersion(version);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        pom.manifestEntries().forEach(manifest.getMainAttributes()::putValue);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Path file : filesBelow(resources())) {
                String name = resources().relativize(file).toString().replace('\\', '/');
                jar.putNextEntry(new ZipEntry(name));
                jar.write(name.equals(MANIFEST) ? pom.filled(Files.readString(file)).getBytes(StandardCharsets.UTF_8)
                        : Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Looks at a data pack as the test kit does first: whether it is complete, and whether its golden cases come out.
     *
     * @param jar of {@link #dataJar}
     * @return how many golden cases it has
     * @throws LocalException with everything found wrong, for who writes the pack
     */
    static int checked(byte[] jar) {
        try {
            PackFiles files = PackJar.read(jar).files();
            RegionPack pack = DataPackReader.read(files);
            List<PackProblem> problems = PackCheck.problems(pack, files);
            if (!problems.isEmpty()) {
                throw new PackInvalid(problems);
            }
            List<GoldenResult> results = GoldenRunner.run(pack, files);
            List<GoldenResult> failed = results.stream().filter(result -> !result.passed()).toList();
            if (!failed.isEmpty()) {
                throw new LocalException(told(failed));
            }
            return results.size();
        } catch (PackInvalid e) {
            throw new LocalException(e.getMessage(), e);
        }
    }

    /** A screen holds a few tables; the rest mostly fails for the same reason. */
    private static String told(List<GoldenResult> failed) {
        String tables = failed.stream().limit(MOST_TABLES).map(GoldenResult::table).collect(Collectors.joining("\n"))
                .stripTrailing();
        List<String> others = failed.stream().skip(MOST_TABLES).map(GoldenResult::file).toList();
        return others.isEmpty() ? tables : tables + "\n\n" + others.size() + " more golden cases fail: "
                + String.join(", ", others);
    }

    private Path resources() {
        return folder.resolve("src/main/resources");
    }

    private static String fingerprint(Path file) {
        try {
            return new Fingerprint().withFile(file).text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesBelow(Path start) {
        if (!Files.exists(start)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(start)) {
            return walk.filter(Files::isRegularFile).filter(file -> !isOfAnEditor(file)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Editors put copies beside what is edited: {@code .sets.json.swp}, {@code sets.json~}. */
    private static boolean isOfAnEditor(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") || name.endsWith("~") || name.endsWith(".tmp");
    }
}
