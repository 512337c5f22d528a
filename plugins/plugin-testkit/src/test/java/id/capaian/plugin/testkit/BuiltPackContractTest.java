package id.capaian.plugin.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.plugin.api.ApiVersion;
import id.capaian.plugin.engine.PackFiles;
import id.capaian.plugin.engine.PackInvalid;
import id.capaian.plugin.engine.PackJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test of the contract of a built pack fails on a jar that is wrong in just that way. */
class BuiltPackContractTest {

    private static final String LINKS = "runsOnTheVersionsOfTheApiItAsksFor";

    @TempDir
    private Path directory;

    private void fails(String test, TrialPack pack, String... words) {
        Map<String, String> failures = TrialContract.ofBuilt(pack.jar(directory));
        assertEquals(Set.of(test), failures.keySet(), () -> failures.toString());
        for (String word : words) {
            assertTrue(failures.get(test).contains(word), () -> "\"" + word + "\" is not in: " + failures.get(test));
        }
    }

    @Test
    void aGoodDataPackPasses() {
        assertEquals(Map.of(), TrialContract.ofBuilt(TrialPack.data().jar(directory)));
    }

    @Test
    void aGoodJavaPackPasses() {
        assertEquals(Map.of(), TrialContract.ofBuilt(TrialPack.java().jar(directory)));
    }

    @Test
    void aJarWithAFailingExampleFails() {
        fails("worksAsItWasBuilt", TrialPack.java().change("golden/10.json", "\"index\": 79.0", "\"index\": 79.5"),
                "Langkah / Step", "79.5");
    }

    @Test
    void aJarWithAForbiddenClassFails() {
        fails("worksAsItWasBuilt", TrialPack.java().doing("if (System.nanoTime() == 0) { value = null; }"),
                "uses java.lang.System");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        ">=1.0.0           | lets in 2.0.0, which may break it",
        ">=1.0.0 & <1.3.0  | keeps out 1.3.0, though a minor version breaks nothing",
    })
    void aRangeThatPromisesTooMuchOrTooLittleFails(String range, String words) {
        fails(LINKS, TrialPack.data().requires(range), words, "write Plugin-Requires: >=1.<what you use> & <2.0.0");
    }

    @Test
    void aRangeWithoutThisVersionFails() throws PackInvalid {
        PackJar jar = PackJar.read(TrialPack.data().requires(">=2.0.0 & <3.0.0").jar(directory));
        assertTrue(ApiCompatibility.ofThisBuild().problems(jar).toString()
                .contains("keeps out this version, " + ApiVersion.CURRENT));
    }

    /** N-1: what came with 1.1.0 cannot be there in 1.0.0. */
    @Test
    void aPackThatUsesWhatAnOlderVersionLacksFails() {
        TrialPack pack = TrialPack.java()
                .doing("if (value.signum() < 0) { explanation.flag(Flag.Code.CALIBRATION_NEEDED, \"NR\", TEXT); }");
        fails(LINKS, pack, "Plugin-Requires \">=1.0.0 & <2.0.0\" lets in 1.0.0, which does not have"
                + " [id.capaian.plugin.api.Flag$Code.CALIBRATION_NEEDED]", "ask for the version these came with");
        assertEquals(Map.of(), TrialContract.ofBuilt(pack.requires(">=1.1.0 & <2.0.0").jar(directory)));
    }

    /** A data pack has no classes that would not link. */
    @Test
    void aPackWithDocumentsThatLetsInAnApiWithoutThemFails() {
        TrialPack pack = TrialPack.data().thanking("x", "x");
        fails(LINKS, pack, "lets in 1.1.0, which does not read documents", "ask for the version these came with");
        assertEquals(Map.of(), TrialContract.ofBuilt(pack.requires(">=1.2.0 & <2.0.0").jar(directory)));
    }

    /** N and N+1 as if the API had gone on: a type, a method and a field are gone, another method is asked for. */
    @Test
    void aPackThatDoesNotLinkAgainstAVersionFails() throws IOException, PackInvalid {
        PackJar jar = PackJar.read(TrialPack.java().jar(directory));
        Path next = Files.createDirectories(directory.resolve("next/id/capaian/plugin/api"));
        String head = "package id.capaian.plugin.api; public ";
        Map<String, String> types = Map.of(
                "RegionPack",
                "interface RegionPack { PackDescriptor descriptor(); Formula formula(String id); int more(); }",
                "Aspect", "enum Aspect { QUANTITY }",
                "Kernel", "final class Kernel { }");
        for (Map.Entry<String, String> type : types.entrySet()) {
            TrialPack.compile(type.getKey(), head + type.getValue(), directory.resolve("next"));
        }
        assertTrue(Files.exists(next.resolve("Kernel.class")));
        PackFiles changed = PackFiles.ofDirectory(directory.resolve("next"));
        List<String> problems = new ApiCompatibility("1.9.0", Map.of("1.9.0", changed)).problems(jar);
        String told = problems.toString();
        assertTrue(told.contains("lets in 1.9.0, which does not have"), told);
        assertTrue(told.contains("id.capaian.plugin.api.Aspect.QUALITY"), told);
        assertTrue(told.contains("api.Kernel.share(java.math.BigDecimal, java.math.BigDecimal)"), told);
        assertTrue(told.contains("id.capaian.plugin.api.LocalizedText"), told);
        assertTrue(told.contains("trial.TrialPack without id.capaian.plugin.api.RegionPack.more"), told);
    }

    @Test
    void aPackThatLeavesAThreadRunningFails() {
        Map<String, String> failures = TrialContract.ofBuilt(TrialPack.java().having("""
                public TrialPack() {
                    Thread thread = new Thread(() -> {
                        try {
                            Thread.sleep(60_000);
                        } catch (InterruptedException e) {
                            return;
                        }
                    }, "left behind");
                    thread.setDaemon(true);
                    thread.start();
                }
                """).jar(directory));
        String told = failures.get("leavesNothingBehind");
        assertTrue(told.contains("thread \"left behind\" goes on after the pack is unloaded"), told);
        assertTrue(told.contains("20 of 20 class loaders survive unloading"), told);
    }

    @Test
    void aPackThatHangsItselfOnThePlatformFails() {
        Map<String, String> failures = TrialContract.ofBuilt(TrialPack.java().having("""
                public TrialPack() {
                    System.getProperties().put(this, this);
                }
                """).jar(directory));
        String told = failures.get("leavesNothingBehind");
        System.getProperties().keySet().removeIf(key -> !(key instanceof String));
        assertTrue(told.contains("20 of 20 class loaders survive unloading"), told);
    }
}
