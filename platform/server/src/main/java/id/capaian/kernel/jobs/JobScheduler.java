package id.capaian.kernel.jobs;

import id.capaian.kernel.health.NodeLeaves;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/** Lets jobs run from the moment the node is ready until the application ends. */
@ApplicationScoped
class JobScheduler {

    @Resource(lookup = "jdbc/capaian-scheduler")
    private DataSource table;

    private final Instance<JobHandler> handlers;
    private final InRequest inRequest;
    private final Threads threads;
    private final ThisNode node;
    private final Admission admission;

    private JobRunner runner;
    private boolean left;

    JobScheduler() {
        this(null, null, null, null, null);
    }

    @Inject
    JobScheduler(Instance<JobHandler> handlers, InRequest inRequest, Threads threads, ThisNode node, Admission admission) {
        this.handlers = handlers;
        this.inRequest = inRequest;
        this.threads = threads;
        this.node = node;
        this.admission = admission;
    }

    synchronized void start(@Observes NodeReady event) {
        if (left || runner != null) {
            return;
        }
        var pools = new JobRunner.JobThreads(threads.jobThreads(), threads.jobs(), threads.polling(), threads.housekeeping());
        var starting = new JobRunner(table, handlers.stream().toList(), inRequest, admission, pools, node.id());
        starting.start();
        runner = starting;
    }

    /** While the database and everything jobs need is still there. */
    void leave(@Observes NodeLeaves leaving) {
        stop();
    }

    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object end) {
        stop();
    }

    private synchronized void stop() {
        left = true;
        if (runner != null) {
            runner.stop();
            runner = null;
        }
    }
}
