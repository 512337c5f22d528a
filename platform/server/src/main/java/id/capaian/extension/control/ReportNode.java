package id.capaian.extension.control;

import id.capaian.extension.host.PackReport;
import id.capaian.kernel.jobs.ThisNode;
import id.capaian.kernel.tenancy.SystemUseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Tells the registry how far packs have come on this node. */
@SystemUseCase
public class ReportNode {

    private final DesiredSql registry;
    private final ThisNode node;
    private final Clock clock;

    ReportNode() {
        this(null, null, null);
    }

    @Inject
    ReportNode(DesiredSql registry, ThisNode node, Clock clock) {
        this.registry = registry;
        this.node = node;
        this.clock = clock;
    }

    public void report(List<PackReport> reports) {
        reports.forEach(report -> registry.report(node.id(), report, clock.instant()));
    }
}
