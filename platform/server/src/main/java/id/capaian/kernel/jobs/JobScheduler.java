package id.capaian.kernel.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import id.capaian.kernel.tenancy.TenantCode;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Runs jobs that are due, on whichever node is free. A job of a node that stopped giving signs of life is taken over
 * after about {@code HEARTBEAT × MISSED} = 20 s.
 */
@ApplicationScoped
class JobScheduler {

    private static final Logger LOG = Logger.getLogger(JobScheduler.class.getName());

    private static final Duration POLLING = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED = 4;
    private static final Duration LAST_WAIT = Duration.ofSeconds(10);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(15);
    private static final int DOUBLINGS = 8;

    @Resource(lookup = "jdbc/capaian-scheduler")
    private DataSource table;

    private final Instance<JobHandler> handlers;
    private final InRequest inRequest;
    private final Threads threads;
    private final ThisNode node;

    private Scheduler scheduler;

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

    void start(@Observes Startup event) {
        List<Task<?>> tasks = handlers.stream().<Task<?>>map(this::task).toList();
        scheduler = Scheduler.create(table, tasks)
                .tableName("registry.scheduled_tasks")
                .schedulerName(new SchedulerName.Fixed(node.id()))
                .serializer(new NoData())
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .threads(threads.jobThreads())
                .executorService(threads.jobs())
                .dueExecutor(threads.polling())
                .housekeeperExecutor(threads.housekeeping())
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED)
                .shutdownMaxWait(LAST_WAIT)
                .commitWhenAutocommitDisabled(true)
                // We log failures ourselves: exceptions of the database quote rows.
                .failureLogging(LogLevel.OFF, false)
                .build();
        scheduler.start();
    }

    /** Running jobs may end; what does not end in time is taken over by another node. */
    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object end) {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    private Task<Void> task(JobHandler handler) {
        return Tasks.custom(handler.task(), Void.class)
                .onDeadExecutionRevive()
                .onFailure(JobScheduler::retryLater)
                .execute((instance, context) -> {
                    run(handler, instance);
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }

    private void run(JobHandler handler, TaskInstance<Void> job) {
        String instance = job.getId();
        int slash = instance.indexOf('/');
        TenantCode tenant = new TenantCode(instance.substring(0, slash));
        String key = instance.substring(slash + 1);
        inRequest.asJob(tenant, job.getTaskName(), job.getTaskName() + ":" + key, () -> handler.run(key));
    }

    private static void retryLater(ExecutionComplete failed, ExecutionOperations<Void> operations) {
        int failures = failed.getExecution().consecutiveFailures;
        Instant next = failed.getTimeDone().plus(waitAfter(failures));
        LOG.log(Level.WARNING, "Job {0} {1} failed, next try at {2}: {3}", new Object[] {
            failed.getExecution().getTaskName(), failed.getExecution().getId(), next,
            failed.getCause().map(Causes::of).orElse("no cause")});
        operations.reschedule(failed, next);
    }

    /** 5 s, 10 s, 20 s … and at most a quarter of an hour. */
    static Duration waitAfter(int earlierFailures) {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(earlierFailures, DOUBLINGS));
        return wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait;
    }
}
