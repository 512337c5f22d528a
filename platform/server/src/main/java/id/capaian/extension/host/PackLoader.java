package id.capaian.extension.host;

import id.capaian.extension.PackFault;
import id.capaian.extension.Refusal;
import id.capaian.extension.fuel.Budget;
import id.capaian.extension.fuel.Rewriter;
import id.capaian.plugin.api.ApiVersion;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.engine.DataPackReader;
import id.capaian.plugin.engine.GoldenResult;
import id.capaian.plugin.engine.GoldenRunner;
import id.capaian.plugin.engine.PackCheck;
import id.capaian.plugin.engine.PackInvalid;
import id.capaian.plugin.engine.PackJar;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pf4j.PluginState;
import org.pf4j.PluginWrapper;

/** Loads a checked jar by PF4J, asks it what it offers, and lets it calculate its own examples. */
final class PackLoader {

    private final Path directory;
    private final GuardedCalls calls;
    private final Conduct conduct;

    /** @param conduct of the jar that will be loaded */
    PackLoader(Path directory, GuardedCalls calls, Conduct conduct) {
        this.directory = directory;
        this.calls = calls;
        this.conduct = conduct;
    }

    /**
     * Loads.
     *
     * @throws PackFault {@link PackFault.Kind#OVERLOADED} or SUSPENDED when there is no room for a call now
     */
    LoadedPack load(Artifact artifact, Path file, PackJar jar) throws PackRefused {
        ArtifactManager manager = new ArtifactManager(directory, ApiVersion.CURRENT, classes(jar));
        try {
            start(manager, artifact.packId(), file);
            RegionPack pack = guarded(Refusal.NOT_LOADABLE, () -> packOf(manager, jar));
            PackDescriptor descriptor = guarded(Refusal.MALFORMED, () -> describe(artifact, pack));
            CheckedPack checked = new CheckedPack(pack, descriptor);
            selfTest(checked, jar);
            return new LoadedPack(artifact.key(), jar, checked,
                    new VerifiedPack(jar.provider(), descriptor), manager, calls, conduct);
        } catch (PackRefused | RuntimeException e) {
            // Not always so far: PF4J would complain of that, in place of what really happened.
            if (manager.getPlugin(artifact.packId()) != null) {
                manager.unloadPlugin(artifact.packId());
            }
            throw e;
        }
    }

    /** All of them at once, so that one that cannot be rewritten is found now and not in the middle of a period. */
    private static Map<String, byte[]> classes(PackJar jar) throws PackRefused {
        try {
            return jar.files().names("", ".class").stream().collect(Collectors.toMap(Function.identity(),
                    name -> Rewriter.rewrite(jar.files().bytes(name).orElseThrow())));
        } catch (RuntimeException e) {
            throw new PackRefused(Refusal.NOT_LOADABLE, "a class cannot be made to count its steps: " + e);
        }
    }

    private void start(ArtifactManager manager, String packId, Path file) throws PackRefused {
        PluginState state = guarded(Refusal.NOT_LOADABLE, () -> {
            manager.loadPlugin(file);
            PluginWrapper wrapper = manager.getPlugin(packId);
            boolean fits = wrapper != null && wrapper.getPluginState() != PluginState.DISABLED;
            return fits ? manager.startPlugin(packId) : PluginState.DISABLED;
        });
        if (state == PluginState.DISABLED) {
            throw new PackRefused(Refusal.OUT_OF_RANGE, "this platform speaks version " + ApiVersion.CURRENT);
        }
        if (state != PluginState.STARTED) {
            throw new PackRefused(Refusal.NOT_LOADABLE, "PF4J says " + state);
        }
    }

    private static RegionPack packOf(ArtifactManager manager, PackJar jar) throws PackInvalid {
        if (jar.kind() == PackJar.Kind.DATA) {
            return DataPackReader.read(jar.files());
        }
        List<RegionPack> found = manager.getExtensions(RegionPack.class, jar.id());
        if (found.size() != 1) {
            throw new PackInvalid("META-INF/extensions.idx", found.size() + " packs in one jar", "write exactly one");
        }
        return found.get(0);
    }

    private static PackDescriptor describe(Artifact artifact, RegionPack pack) throws PackInvalid {
        PackDescriptor descriptor = Border.checked(PackDescriptor.class, pack.descriptor());
        if (!descriptor.id().equals(artifact.packId()) || !descriptor.version().equals(artifact.version())) {
            throw new PackInvalid("descriptor", "says " + descriptor.id() + "@" + descriptor.version(),
                    "take both from the jar's manifest");
        }
        var problems = PackCheck.problems(pack);
        if (!problems.isEmpty()) {
            throw new PackInvalid(problems);
        }
        return descriptor;
    }

    private void selfTest(RegionPack pack, PackJar jar) throws PackRefused {
        List<GoldenResult> results =
                guarded(Refusal.SELF_TEST_FAILED, () -> GoldenRunner.run(pack, jar.files()));
        String wrong = results.stream().filter(result -> !result.passed())
                .map(result -> result.file() + " " + result.differences()).collect(Collectors.joining("; "));
        if (!wrong.isEmpty()) {
            throw new PackRefused(Refusal.SELF_TEST_FAILED, wrong);
        }
    }

    /** On a guarded thread: here code of a Java pack runs for the first time. */
    private <T> T guarded(Refusal refusal, Callable<T> code) throws PackRefused {
        try {
            return calls.call(conduct.ofLoading(), Budget.LOADING, code);
        } catch (PackFault e) {
            boolean notNow = e.kind() == PackFault.Kind.OVERLOADED || e.kind() == PackFault.Kind.SUSPENDED;
            if (notNow && !conduct.isHung()) {
                throw e;
            }
            String what = e.kind() == PackFault.Kind.FAILED ? "" : e.kind() + ": ";
            throw new PackRefused(conduct.isHung() ? Refusal.HUNG : refusal, what + e.getMessage());
        }
    }
}
