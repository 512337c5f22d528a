package id.capaian.plugin.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The files of a pack, read whole and within limits: at most 400 files, 1 MiB each, 8 MiB together, counted as they are
 * unpacked, so that a small archive cannot grow without end.
 */
public final class PackFiles {

    private static final int MOST_FILES = 400;
    private static final int LARGEST_FILE = 1 << 20;
    private static final int LARGEST_TOTAL = 8 << 20;
    private static final String REMEDY = "keep packs small: texts, forms and formulas only";

    private final TreeMap<String, byte[]> files;

    private PackFiles(TreeMap<String, byte[]> files) {
        this.files = files;
    }

    /**
     * The files of a jar.
     *
     * @param jar bytes of the archive
     * @throws PackInvalid when it is no archive, breaks a limit, has a path outside itself or a file twice
     */
    public static PackFiles ofJar(byte[] jar) throws PackInvalid {
        TreeMap<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar), StandardCharsets.UTF_8)) {
            int total = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                byte[] bytes = zip.readNBytes(LARGEST_FILE + 1);
                total += bytes.length;
                put(files, entry.getName(), bytes, total);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new PackInvalid("(jar)", "cannot be read as an archive: " + e.getMessage(),
                    "build it with mvn package");
        }
        if (files.isEmpty()) {
            throw new PackInvalid("(jar)", "is no archive or has no files", "build it with mvn package");
        }
        return new PackFiles(files);
    }

    /**
     * The files below a directory, e.g. {@code target/classes} while a pack is being written.
     *
     * @throws PackInvalid          when it breaks a limit
     * @throws UncheckedIOException when it cannot be read
     */
    public static PackFiles ofDirectory(Path directory) throws PackInvalid {
        TreeMap<String, byte[]> files = new TreeMap<>();
        try {
            int total = 0;
            for (Path file : filesBelow(directory)) {
                byte[] bytes = Files.readAllBytes(file);
                total += bytes.length;
                put(files, directory.relativize(file).toString().replace('\\', '/'), bytes, total);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PackFiles(files);
    }

    /** Names of all files, sorted. */
    public SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(files.keySet()));
    }

    /** Names of the files in a folder that end so, sorted. */
    public List<String> names(String folder, String end) {
        return files.keySet().stream().filter(name -> name.startsWith(folder) && name.endsWith(end)).toList();
    }

    /** Whether there is such a file. */
    public boolean has(String name) {
        return files.containsKey(name);
    }

    /** A copy of a file's bytes. */
    public Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(files.get(name)).map(byte[]::clone);
    }

    /** A file as UTF-8 text. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(files.get(name)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static List<Path> filesBelow(Path directory) throws IOException {
        try (Stream<Path> walk = Files.walk(directory)) {
            return new ArrayList<>(walk.filter(Files::isRegularFile).sorted().toList());
        }
    }

    private static void put(Map<String, byte[]> files, String name, byte[] bytes, int total) throws PackInvalid {
        if (name.startsWith("/") || name.contains("\\") || name.contains("//")
                || List.of(name.split("/")).contains("..")) {
            throw new PackInvalid(name, "has a path that leaves the pack", "use plain relative paths");
        }
        if (bytes.length > LARGEST_FILE) {
            throw new PackInvalid(name, "is larger than " + LARGEST_FILE + " bytes", REMEDY);
        }
        if (total > LARGEST_TOTAL) {
            throw new PackInvalid(name, "the pack unpacks to more than " + LARGEST_TOTAL + " bytes", REMEDY);
        }
        if (files.put(name, bytes) != null) {
            throw new PackInvalid(name, "is in the archive twice", "build it with mvn package");
        }
        if (files.size() > MOST_FILES) {
            throw new PackInvalid(name, "the pack has more than " + MOST_FILES + " files", REMEDY);
        }
    }
}
