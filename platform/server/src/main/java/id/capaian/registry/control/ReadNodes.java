package id.capaian.registry.control;

import id.capaian.kernel.tenancy.SystemUseCase;
import id.capaian.registry.NodePackView;
import id.capaian.registry.NodeView;
import jakarta.inject.Inject;
import java.util.List;

/** Reads the running servers and what they say of packs. */
@SystemUseCase
public class ReadNodes {

    private final NodesSql rows;

    ReadNodes() {
        this(null);
    }

    @Inject
    ReadNodes(NodesSql rows) {
        this.rows = rows;
    }

    public List<NodeView> living() {
        return rows.nodes();
    }

    public List<NodePackView> packs() {
        return rows.packs();
    }
}
