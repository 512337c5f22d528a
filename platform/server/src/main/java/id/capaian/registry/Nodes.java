package id.capaian.registry;

import id.capaian.registry.control.ReadNodes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The running servers and what they say of packs. Not to be called inside a tenant's use case. */
@ApplicationScoped
public class Nodes {

    private final ReadNodes readNodes;

    Nodes() {
        this(null);
    }

    @Inject
    Nodes(ReadNodes readNodes) {
        this.readNodes = readNodes;
    }

    /** Nodes that gave a sign of life in the last two minutes. */
    public List<NodeView> living() {
        return readNodes.living();
    }

    /** What each node last said of each pack, by pack, version and node. */
    public List<NodePackView> packs() {
        return readNodes.packs();
    }
}
