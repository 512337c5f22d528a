package id.capaian.extension.control;

import id.capaian.extension.host.PackReport;
import id.capaian.extension.host.PluginHost;
import id.capaian.kernel.jobs.Rhythm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Brings this node to what the registry wants, second by second, without a restart. */
@ApplicationScoped
class Convergence {

    private static final Logger LOG = Logger.getLogger(Convergence.class.getName());

    private static final Duration LOOKING = Duration.ofSeconds(1);
    private static final Duration REPORTING = Duration.ofSeconds(15);

    private final Rhythm rhythm;
    private final PluginHost host;
    private final ReadDesired readDesired;
    private final ReportNode reportNode;

    Convergence() {
        this(null, null, null, null);
    }

    @Inject
    Convergence(Rhythm rhythm, PluginHost host, ReadDesired readDesired, ReportNode reportNode) {
        this.rhythm = rhythm;
        this.host = host;
        this.readDesired = readDesired;
        this.reportNode = reportNode;
    }

    void start(@Observes Startup event) {
        rhythm.every(LOOKING, "packs", () -> host.converge(readDesired.read(), readDesired::bytes, this::tell));
        rhythm.every(LOOKING, "offered packs",
                () -> host.verifyOffered(readDesired.read(), readDesired::bytes, this::tell));
        // Again and again: a report is lost when the node was not known at that moment.
        rhythm.every(REPORTING, "pack reports", () -> reportNode.report(host.reports()));
    }

    private void tell(PackReport report) {
        LOG.log(Level.INFO, "Pack {0}: {1} {2}",
                new Object[] {report.key(), report.condition(), report.reason() == null ? "" : report.reason()});
        try {
            reportNode.report(List.of(report));
        } catch (RuntimeException e) {
            // What a node says must not keep it from doing it; the report is repeated.
            LOG.log(Level.FINE, "Report on {0} will be repeated", report.key());
        }
    }
}
