package id.capaian.registry;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps the newest snapshot. */
@ApplicationScoped
public class Registry {

    private final AtomicReference<RegistrySnapshot> newest = new AtomicReference<>();

    /** Replaces the snapshot; called by the one who reads the registry. */
    public void know(RegistrySnapshot snapshot) {
        newest.set(snapshot);
    }

    /** Whether anything was read since the node started. */
    public boolean isKnown() {
        return newest.get() != null;
    }

    /**
     * The newest snapshot.
     *
     * @throws ProblemException {@link Problem#TOO_BUSY} in the first moments of a node's life
     */
    public RegistrySnapshot snapshot() {
        RegistrySnapshot snapshot = newest.get();
        if (snapshot == null) {
            throw new ProblemException(Problem.TOO_BUSY);
        }
        return snapshot;
    }
}
