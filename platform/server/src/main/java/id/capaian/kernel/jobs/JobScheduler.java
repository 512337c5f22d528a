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

    private JobRunner runner;

    JobScheduler() {
        this(null, null, null, null);
    }

    @Inject
    JobScheduler(Instance<JobHandler> handlers, InRequest inRequest, Threads threads, ThisNode node) {
        this.handlers = handlers;
        this.inRequest = inRequest;
        this.threads = threads;
        this.node = node;
    }

    void start(@Observes NodeReady event) {
        var pools = new JobRunner.JobThreads(threads.jobThreads(), threads.jobs(), threads.polling(), threads.housekeeping());
        runner = new JobRunner(table, handlers.stream().toList(), inRequest, pools, node.id());
        runner.start();
    }

    /** While the database and everything jobs need is still there. */
    void leave(@Observes NodeLeaves leaving) {
        stop();
    }

    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object end) {
        stop();
    }

    private synchronized void stop() {
        if (runner != null) {
            runner.stop();
            runner = null;
        }
    }
}
