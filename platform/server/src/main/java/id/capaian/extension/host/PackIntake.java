package id.capaian.extension.host;

import id.capaian.extension.PackFault;
import id.capaian.extension.Refusal;
import id.capaian.plugin.engine.PackJar;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The only way in: through the gate, into the folder, loaded and tried. Several packs may come in at once. */
final class PackIntake implements AutoCloseable {

    /** By hash of the jar, and kept when it is unloaded: threads a pack has lost are not to be lost again. */
    private final Map<String, Conduct> conducts = new ConcurrentHashMap<>();
    private final GuardedCalls calls;
    private final PackFolder folder = new PackFolder();

    PackIntake(GuardedCalls calls) {
        this.calls = calls;
    }

    /** How the code of a jar behaves here. */
    Conduct conduct(String sha256) {
        return conducts.computeIfAbsent(sha256, first -> new Conduct());
    }

    /**
     * Loads a pack.
     *
     * @throws PackRefused when something about it is not as it should be
     * @throws PackFault   when it is so busy that it cannot be tried now; that says nothing about it
     */
    LoadedPack load(Artifact artifact, PackGate gate, byte[] content) throws PackRefused {
        Conduct conduct = conduct(artifact.sha256());
        if (conduct.isHung()) {
            throw new PackRefused(Refusal.HUNG, "a calculation was told to end and did not");
        }
        try {
            PackJar jar = gate.check(artifact, content);
            return new PackLoader(folder.directory(), calls, conduct).load(artifact, folder.keep(jar, content), jar);
        } catch (PackFault busy) {
            throw busy;
        } catch (RuntimeException e) {
            // What its bytes do to us is the pack's fault and stays with it; the others must still be loaded.
            throw new PackRefused(Refusal.NOT_LOADABLE, e.toString());
        }
    }

    @Override
    public void close() {
        calls.close();
        folder.close();
    }
}
