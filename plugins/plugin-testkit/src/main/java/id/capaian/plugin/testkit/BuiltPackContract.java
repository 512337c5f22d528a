package id.capaian.plugin.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.plugin.engine.BytecodeScan;
import id.capaian.plugin.engine.GoldenResult;
import id.capaian.plugin.engine.GoldenRunner;
import id.capaian.plugin.engine.PackCheck;
import id.capaian.plugin.engine.PackFiles;
import id.capaian.plugin.engine.PackInvalid;
import id.capaian.plugin.engine.PackJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The contract of a pack's jar, the very bytes that are signed: run in {@code verify}, after {@code package}. What
 * {@link RegionPackContract} looks at while the pack is written is not asked again.
 *
 * <pre>{@code
 * class TubeiIT extends BuiltPackContract { }
 * }</pre>
 */
public abstract class BuiltPackContract {

    /** For packs that extend it. */
    protected BuiltPackContract() {
        // the jar is read by each test
    }

    /** The jar the build made last. */
    protected Path jar() throws PackInvalid {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("region-.*\\.jar"))
                    .max(Comparator.comparing(file -> file.toFile().lastModified())).orElseThrow(
                            () -> new PackInvalid("target/", "has no region-*.jar", "run mvn verify"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It is a pack, has no class it should not have, and calculates its own examples when PF4J has loaded it. */
    @Test
    void worksAsItWasBuilt() throws PackInvalid {
        try (OnePack one = new OnePack(jar())) {
            PackFiles files = one.jar().files();
            RegionPackContract.none(BytecodeScan.problems(files).stream().map(Object::toString).toList());
            RegionPackContract.none(PackCheck.problems(one.pack(), files).stream().map(Object::toString).toList());
            for (GoldenResult result : GoldenRunner.run(one.pack(), files)) {
                assertTrue(result.passed(), () -> "\n" + result.table());
            }
        }
    }

    /** It runs on every version of the plugin API that it says it runs on. */
    @Test
    void runsOnTheVersionsOfTheApiItAsksFor() throws PackInvalid {
        RegionPackContract.none(ApiCompatibility.ofThisBuild().problems(PackJar.read(jar())));
    }

    /** Loaded and unloaded again and again, it leaves no class loader and no thread behind. */
    @Test
    void leavesNothingBehind() throws PackInvalid {
        RegionPackContract.none(Leaks.problems(jar()));
    }
}
