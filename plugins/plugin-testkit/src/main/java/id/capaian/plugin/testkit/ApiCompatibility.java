package id.capaian.plugin.testkit;

import id.capaian.plugin.api.ApiVersion;
import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.engine.PackFiles;
import id.capaian.plugin.engine.PackInvalid;
import id.capaian.plugin.engine.PackJar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pf4j.DefaultVersionManager;
import org.pf4j.VersionManager;

/**
 * Whether a built pack runs on the versions of the plugin API its {@code Plugin-Requires} admits: this one (N), every
 * released one before it (N-1 and older) and the ones to come (N+1).
 *
 * <p>Of what was released the classes are here, so the pack's own are held against them. Of what comes only the promise
 * is known: a minor version breaks nothing, a major one may.
 */
final class ApiCompatibility {

    private static final VersionManager RANGES = new DefaultVersionManager();

    /** A data pack has no classes that would tell. */
    private static final String BEFORE_DOCUMENTS = "1.1.0";

    private final String current;
    private final Map<String, PackFiles> versions;

    /**
     * Versions to hold packs against.
     *
     * @param current  this version
     * @param versions classes by version, the current one among them
     */
    ApiCompatibility(String current, Map<String, PackFiles> versions) {
        this.current = current;
        this.versions = versions;
    }

    /** With this API and what was released before it. */
    static ApiCompatibility ofThisBuild() {
        Map<String, PackFiles> versions = new LinkedHashMap<>();
        try {
            for (String version : new String(resource("released.txt"), StandardCharsets.UTF_8).lines().toList()) {
                versions.put(version, PackFiles.ofJar(resource("plugin-api-" + version + ".jar")));
            }
            Path now = Path.of(URI.create(
                    RegionPack.class.getProtectionDomain().getCodeSource().getLocation().toString()));
            versions.put(ApiVersion.CURRENT, Files.isDirectory(now)
                    ? PackFiles.ofDirectory(now) : PackFiles.ofJar(Files.readAllBytes(now)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PackInvalid e) {
            throw new IllegalStateException("the plugin API beside this test kit cannot be read", e);
        }
        return new ApiCompatibility(ApiVersion.CURRENT, versions);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ApiCompatibility.class.getResourceAsStream("/plugin-api-released/" + name)) {
            if (in == null) {
                throw new IOException("the test kit has no " + name);
            }
            return in.readAllBytes();
        }
    }

    /** What is wrong with the range a pack asks for, or with its classes under it; empty when nothing is. */
    List<String> problems(PackJar pack) {
        List<String> problems = new ArrayList<>();
        int major = Integer.parseInt(current.split("\\.")[0]);
        int minor = Integer.parseInt(current.split("\\.")[1]);
        String next = major + "." + (minor + 1) + ".0";
        String breaking = (major + 1) + ".0.0";
        String remedy = " → write Plugin-Requires: >=" + major + ".<what you use> & <" + breaking;
        if (!admits(pack, current)) {
            problems.add(asks(pack) + " keeps out this version, " + current + remedy);
        }
        if (!admits(pack, next)) {
            problems.add(asks(pack) + " keeps out " + next + ", though a minor version breaks nothing" + remedy);
        }
        if (admits(pack, breaking)) {
            problems.add(asks(pack) + " lets in " + breaking + ", which may break it" + remedy);
        }
        if (!pack.files().names("documents/", ".txt").isEmpty() && admits(pack, BEFORE_DOCUMENTS)) {
            problems.add(asks(pack) + " lets in " + BEFORE_DOCUMENTS + ", which does not read documents"
                    + " → ask for the version these came with, >=1.2.0");
        }
        versions.forEach((version, classes) -> {
            Set<String> missing = admits(pack, version) ? new ApiLinkage(classes).missing(pack.files()) : Set.of();
            if (!missing.isEmpty()) {
                problems.add(asks(pack) + " lets in " + version + ", which does not have " + missing
                        + " → ask for the version these came with");
            }
        });
        return problems;
    }

    private static boolean admits(PackJar pack, String version) {
        return RANGES.checkVersionConstraint(version, pack.requires());
    }

    private static String asks(PackJar pack) {
        return "Plugin-Requires \"" + pack.requires() + "\"";
    }
}
