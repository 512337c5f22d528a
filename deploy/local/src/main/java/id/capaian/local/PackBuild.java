package id.capaian.local;

import id.capaian.plugin.engine.PackInvalid;
import id.capaian.plugin.engine.PackJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the jar of a pack that is being written. A data pack is put together and checked here, in well under a second;
 * a Java pack is compiled and tested by Maven.
 */
final class PackBuild {

    private final Path root;
    private final Path into;
    private final Progress progress;
    private boolean kitInstalled;

    /**
     * @param root the project's folder
     * @param into where jars of data packs are put
     */
    PackBuild(Path root, Path into, Progress progress) {
        this.root = root;
        this.into = into;
        this.progress = progress;
    }

    /**
     * The jar, with every golden case passed.
     *
     * @param version what to call it
     * @throws LocalException with everything found wrong
     */
    Path jar(PackFolder pack, String version) {
        return pack.isJava() ? ofJava(pack, version) : ofData(pack, version);
    }

    private Path ofData(PackFolder pack, String version) {
        byte[] jar = pack.dataJar(version);
        progress.say("    " + PackFolder.checked(jar) + " golden cases pass");
        try {
            return Files.write(Files.createDirectories(into).resolve(pack.pom().id() + "-" + version + ".jar"), jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ofJava(PackFolder pack, String version) {
        if (!kitInstalled) {
            // A pack outside the reactor finds the test kit where Maven keeps what was installed.
            maven("-Pquick", "-f", root.resolve("pom.xml").toString(), "-pl", "plugins/plugin-testkit", "-am",
                    "install");
            kitInstalled = true;
        }
        maven("-f", pack.path().resolve("pom.xml").toString(), "-Dpack.version=" + version, "package");
        Path jar = pack.path().resolve("target").resolve(pack.pom().id() + "-" + version + ".jar");
        try {
            PackJar.read(jar);
        } catch (PackInvalid e) {
            throw new LocalException(e.getMessage(), e);
        }
        return jar;
    }

    /** What Maven says, a person sees. */
    private void maven(String... arguments) {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-q"));
        command.addAll(List.of(arguments));
        try {
            if (new ProcessBuilder(command).directory(root.toFile()).inheritIO().start().waitFor() != 0) {
                throw new LocalException("    the build by Maven failed, see above");
            }
        } catch (IOException e) {
            throw new LocalException("Maven cannot be started (mvn must be on the PATH): " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("Stopped while Maven ran.", e);
        }
    }
}
