package id.capaian.kernel.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JobRunnerTest {

    @Test
    void waitsLongerAfterEachFailureUpToAQuarterOfAnHour() {
        assertEquals(Duration.ofSeconds(5), JobRunner.waitAfter(0));
        assertEquals(Duration.ofSeconds(10), JobRunner.waitAfter(1));
        assertEquals(Duration.ofMinutes(15), JobRunner.waitAfter(8));
        assertEquals(Duration.ofMinutes(15), JobRunner.waitAfter(4_000));
    }

    @Test
    void causesQuoteNoData() {
        var causes = Causes.of(new IllegalStateException("Budi", new SQLException("Key (nip)=(1987...)", "23505")));
        assertFalse(causes.contains("Budi") || causes.contains("1987"), causes);
        assertTrue(causes.contains("SQLException[23505]"), causes);
    }

    @Test
    void jobsWithoutDataAreFine() {
        assertNull(new NoData().serialize(null));
        assertNull(new NoData().deserialize(Void.class, null));
    }
}
