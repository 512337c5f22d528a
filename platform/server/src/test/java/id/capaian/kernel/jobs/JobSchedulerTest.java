package id.capaian.kernel.jobs;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.capaian.kernel.health.NodeLeaves;
import org.junit.jupiter.api.Test;

/** A scheduler without threads and tables: to start it fails, so not starting it is seen. */
class JobSchedulerTest {

    private final JobScheduler scheduler = new JobScheduler(null, null, null, null, null);

    @Test
    void aNodeThatLeavesTakesUpNoJobsAnyMore() {
        scheduler.leave(new NodeLeaves());
        assertDoesNotThrow(() -> scheduler.start(new NodeReady()));
    }

    @Test
    void aStartThatFailedMayBeTriedAgain() {
        assertThrows(NullPointerException.class, () -> scheduler.start(new NodeReady()));
        assertThrows(NullPointerException.class, () -> scheduler.start(new NodeReady()));
    }
}
