package id.capaian.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where {@code mvn package} leaves what is started.
 *
 * @param root the project's folder
 */
public record Artifacts(Path root) {

    private static final Pattern PACK = Pattern.compile("<module>plugins/(region-[^<]+)</module>");

    /** The project around the current folder: the first folder upwards that holds {@code deploy/local}. */
    public static Artifacts here() {
        for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            if (Files.isDirectory(dir.resolve("deploy/local"))) {
                return new Artifacts(dir);
            }
        }
        throw new LocalException("This is not inside the project: change into its folder.");
    }

    /** Payara Micro. */
    public Path payara() {
        return runtime("payara-micro.jar");
    }

    /** Keycloak's distribution, a zip file. */
    public Path keycloak() {
        return runtime("keycloak-quarkus-dist.zip");
    }

    /** The PostgreSQL driver. */
    public Path driver() {
        return runtime("postgresql.jar");
    }

    /** The server. */
    public Path war() {
        return one("platform/server/target", "server-*.war");
    }

    /** The admin program; finds its libraries beside itself. */
    public Path admin() {
        return one("platform/admin/target", "admin-*.jar");
    }

    /**
     * The packs that are modules of this project, one jar each, in order of their names. One that is still being
     * written lies beside them and is none yet: a staged version is never changed.
     */
    public List<Path> packs() {
        try {
            return PACK.matcher(Files.readString(root.resolve("pom.xml"))).results().map(module -> module.group(1))
                    .sorted().map(name -> one("plugins/" + name + "/target", name + "-*.jar"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Desired state of platform and tenants. */
    public Path tenantsConfig() {
        return root.resolve("tenants-config");
    }

    private Path runtime(String name) {
        return root.resolve("deploy/local/target/runtime").resolve(name);
    }

    private static FileTime age(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path one(String folder, String pattern) {
        Path dir = root.resolve(folder);
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        PathMatcher extra = FileSystems.getDefault().getPathMatcher("glob:*-{sources,javadoc,tests,classes}.*");
        try (Stream<Path> files = Files.list(dir)) {
            return files.filter(file -> matcher.matches(file.getFileName()) && !extra.matches(file.getFileName()))
                    .max(Comparator.comparing(Artifacts::age)) // an old version may still lie there
                    .orElseThrow(() -> new LocalException("There is no " + pattern + " in " + dir
                            + ": run mvn -Pquick package."));
        } catch (IOException e) {
            throw new LocalException("There is no folder " + dir + ": run mvn -Pquick package.", e);
        }
    }
}
