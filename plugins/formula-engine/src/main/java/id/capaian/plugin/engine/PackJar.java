package id.capaian.plugin.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/**
 * What a pack's jar says of itself, without running anything in it.
 *
 * <p>Example: {@code PackJar.read(path).id()} is {@code region-samarinda}.
 *
 * @param id       Plugin-Id, {@code region-<name>}
 * @param version  Plugin-Version, semantic
 * @param requires Plugin-Requires: range of API versions
 * @param provider Plugin-Provider
 * @param kind     with classes or without
 * @param sha256   of the jar's bytes, lower-case hex
 * @param files    everything in it
 */
public record PackJar(
        String id, String version, String requires, String provider, Kind kind, String sha256, PackFiles files) {

    /** Two tiers of packs in one jar format. */
    public enum Kind {
        /** No classes; the engine supplies the pack. */
        DATA,
        /** One class; only signed by the platform team. */
        JAVA
    }

    private static final Pattern ID = Pattern.compile("region-[a-z][a-z0-9-]{1,40}");
    private static final Pattern VERSION =
            Pattern.compile("(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?");
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String INDEX = "META-INF/extensions.idx";
    private static final long LARGEST_JAR = 8L << 20;

    /**
     * Reads a jar.
     *
     * @throws PackInvalid          when it is no pack
     * @throws UncheckedIOException when the file cannot be read
     */
    public static PackJar read(Path jar) throws PackInvalid {
        try {
            if (Files.size(jar) > LARGEST_JAR) {
                throw tooLarge();
            }
            return read(Files.readAllBytes(jar));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a jar's bytes.
     *
     * @throws PackInvalid when it is no pack
     */
    public static PackJar read(byte[] jar) throws PackInvalid {
        if (jar.length > LARGEST_JAR) {
            throw tooLarge();
        }
        PackFiles files = PackFiles.ofJar(jar);
        Attributes manifest = manifest(files);
        refuse(manifest, "Plugin-Class", "a pack has no life cycle, its code runs when it is asked");
        refuse(manifest, "Class-Path", "a pack brings everything it needs, and nothing is looked for elsewhere");
        refuse(manifest, "Plugin-Dependencies", "a pack needs no other pack, so that each can come and go alone");
        String id = attribute(manifest, "Plugin-Id", ID, "region-<name>");
        String version = attribute(manifest, "Plugin-Version", VERSION, "1.0.0");
        String requires = attribute(manifest, "Plugin-Requires", Pattern.compile(".+"), ">=1.0.0 & <2.0.0");
        String provider = attribute(manifest, "Plugin-Provider", Pattern.compile(".+"), "who wrote it");
        Kind kind = kind(files);
        String sha256 = sha256(jar);
        refuseContradiction(files, id, version, kind);
        return new PackJar(id, version, requires, provider, kind, sha256, files);
    }

    /** SHA-256 of bytes, lower-case hex. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static PackInvalid tooLarge() {
        return new PackInvalid("(jar)", "is larger than " + LARGEST_JAR + " bytes", "keep packs small");
    }

    private static Attributes manifest(PackFiles files) throws PackInvalid {
        byte[] bytes = files.bytes(MANIFEST).orElseThrow(
                () -> new PackInvalid(MANIFEST, "is missing", "build the jar with mvn package"));
        try {
            return new Manifest(new ByteArrayInputStream(bytes)).getMainAttributes();
        } catch (IOException e) {
            throw new PackInvalid(MANIFEST, "cannot be read: " + e.getMessage(), "build the jar with mvn package");
        }
    }

    private static void refuse(Attributes manifest, String name, String why) throws PackInvalid {
        if (manifest.getValue(name) != null) {
            throw new PackInvalid(MANIFEST, "has " + name + "; " + why, "leave it out");
        }
    }

    private static String attribute(Attributes manifest, String name, Pattern shape,
            String example) throws PackInvalid {
        String value = manifest.getValue(name);
        if (value == null || !shape.matcher(value.strip()).matches()) {
            throw new PackInvalid(MANIFEST, name + " is " + (value == null ? "missing" : "\"" + value + "\""),
                    "write it like " + example);
        }
        return value.strip();
    }

    private static Kind kind(PackFiles files) throws PackInvalid {
        boolean classes = false;
        for (String name : files.names()) {
            if (name.endsWith(".jar") || name.endsWith(".so") || name.endsWith(".dll")) {
                throw new PackInvalid(name, "a pack carries no libraries", "leave it out");
            }
            classes |= name.endsWith(".class");
        }
        if (classes && !files.has(INDEX)) {
            throw new PackInvalid(INDEX, "is missing, so the pack's class would never be found",
                    "annotate the class with @Extension and compile with annotation processing (proc full)");
        }
        if (!classes && files.has(INDEX)) {
            throw new PackInvalid(INDEX, "names classes, but there are none", "leave it out of a data pack");
        }
        return classes ? Kind.JAVA : Kind.DATA;
    }

    private static void refuseContradiction(PackFiles files, String id, String version, Kind kind) throws PackInvalid {
        PackManifest manifest = PackManifest.read(files);
        if (!manifest.id().equals(id) || !manifest.version().equals(version) || manifest.kind() != kind) {
            throw new PackInvalid(PackManifest.FILE,
                    "says " + manifest.id() + " " + manifest.version() + " " + manifest.kind()
                            + ", the jar is " + id + " " + version + " " + kind,
                    "let both take their values from the same build properties");
        }
    }
}
