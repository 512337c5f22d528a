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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Runs jobs that are due, on whichever node is free. A job of a node that stopped giving signs of life is taken over
 * after about {@code HEARTBEAT × MISSED} = 20 s. Outages of the database are waited out.
 */
final class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class.getName());

    /** The scheduler's own: a moved clock must not put jobs where no scheduler looks. */
    private static final Clock REAL_TIME = Clock.systemUTC();
    private static final Duration POLLING = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED = 4;
    private static final Duration LAST_WAIT = Duration.ofSeconds(10);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(15);
    private static final int DOUBLINGS = 8;
    /** After which a job of a tenant out of service is looked at again. */
    private static final Duration OUT_OF_SERVICE = Duration.ofMinutes(3);

    private final InRequest inRequest;
    private final Admission admission;
    private final Scheduler scheduler;

    /** @param table where the job table is; connections that may do nothing else */
    JobRunner(DataSource table, Collection<JobHandler> handlers, InRequest inRequest, Admission admission,
            JobThreads threads, String nodeId) {
        this.inRequest = inRequest;
        this.admission = admission;
        this.scheduler = Scheduler.create(table, handlers.stream().<Task<?>>map(this::task).toList())
                .tableName("registry.scheduled_tasks")
                .schedulerName(new SchedulerName.Fixed(nodeId))
                .serializer(new NoData())
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .threads(threads.number())
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
    }

    /**
     * Threads of the runner.
     *
     * @param number       most jobs at once
     * @param jobs         runs jobs
     * @param polling      looks for due jobs
     * @param housekeeping sends heartbeats and looks for dead nodes' jobs
     */
    record JobThreads(int number, ExecutorService jobs, ExecutorService polling, ScheduledExecutorService housekeeping) {
    }

    void start() {
        scheduler.start();
    }

    /** Running jobs may end; what does not end in time is taken over by another node. */
    void stop() {
        scheduler.stop();
    }

    private Task<Void> task(JobHandler handler) {
        return Tasks.custom(handler.task(), Void.class)
                .onDeadExecutionRevive()
                .onFailure(JobRunner::retryLater)
                .execute((instance, context) -> run(handler, instance));
    }

    private CompletionHandler<Void> run(JobHandler handler, TaskInstance<Void> job) {
        String instance = job.getId();
        int slash = instance.indexOf('/');
        TenantCode tenant = new TenantCode(instance.substring(0, slash));
        if (!admission.isServed(tenant)) {
            // No failure of the job: it waits until the tenant is back.
            return again(REAL_TIME.instant().plus(OUT_OF_SERVICE));
        }
        String key = instance.substring(slash + 1);
        inRequest.asJob(tenant, job.getTaskName(), job.getTaskName() + ":" + key, () -> handler.run(key));
        return handler instanceof RecurringJob recurring && key.equals(RecurringJob.KEY)
                ? again(recurring.next(tenant, REAL_TIME.instant())) : new CompletionHandler.OnCompleteRemove<>();
    }

    private static CompletionHandler<Void> again(Instant next) {
        return (done, operations) -> operations.reschedule(done, next);
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
