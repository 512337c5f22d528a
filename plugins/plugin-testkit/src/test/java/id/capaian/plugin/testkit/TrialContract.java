package id.capaian.plugin.testkit;

import id.capaian.plugin.api.RegionPack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The contracts as a pack's author has them, run over a trial pack: which of their tests fail, and what they say. */
final class TrialContract {

    private static final String DIRECTORY = "trial.directory";
    private static final String JAR = "trial.jar";

    private TrialContract() {
    }

    /** What an author writes; where the pack lies comes from outside. */
    static class Written extends RegionPackContract {

        @Override
        protected Path directory() {
            return Path.of(System.getProperty(DIRECTORY));
        }

        @Override
        protected @Nullable RegionPack javaPack() {
            return Files.exists(directory().resolve("trial/TrialPack.class")) ? TrialPack.load(directory()) : null;
        }
    }

    /** The same of a jar. */
    static class Built extends BuiltPackContract {

        @Override
        protected Path jar() {
            return Path.of(System.getProperty(JAR));
        }
    }

    /** What fails of the contract of a pack that is being written, by name of the test. */
    static Map<String, String> ofWritten(Path directory) {
        System.setProperty(DIRECTORY, directory.toString());
        return failures(Written.class);
    }

    /** What fails of the contract of a built pack, by name of the test. */
    static Map<String, String> ofBuilt(Path jar) {
        System.setProperty(JAR, jar.toString());
        return failures(Built.class);
    }

    private static Map<String, String> failures(Class<?> contract) {
        Map<String, String> failures = new TreeMap<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(contract)).build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result.getThrowable().ifPresent(thrown -> failures.put(
                        test.getDisplayName().replace("()", ""), Objects.toString(thrown.getMessage(), "")));
            }
        });
        return failures;
    }
}
