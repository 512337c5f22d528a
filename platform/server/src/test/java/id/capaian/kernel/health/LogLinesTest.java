package id.capaian.kernel.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogLinesTest {

    private final List<LogRecord> written = new ArrayList<>();
    private final Logger container = Logger.getLogger("trial");
    private final Logger ours = Logger.getLogger("trial.ours");
    private final Logger room = Logger.getLogger("trial.ours.room");

    @BeforeEach
    void listen() {
        container.setUseParentHandlers(false);
        container.addHandler(new Handler() {
            @Override
            public void publish(LogRecord record) {
                written.add(record);
            }

            @Override
            public void flush() {
                written.add(null);
            }

            @Override
            public void close() {
                written.clear();
            }
        });
        ours.setUseParentHandlers(false);
        ours.addHandler(new LogLines(ours, () -> "tenant=tubei request=r-1"));
    }

    @Test
    void everyLineSaysWhereItHappened() {
        room.log(Level.WARNING, "Job {0} failed", "daily");
        assertEquals("tenant=tubei request=r-1 Job daily failed", written.get(0).getMessage());
        assertEquals("trial.ours.room", written.get(0).getLoggerName());
        assertEquals(Level.WARNING, written.get(0).getLevel());
    }

    @Test
    void numbersOfPersonsAreTakenOutOfMessageAndTrace() {
        room.log(Level.SEVERE, "Person 198701012010011001 failed",
                new IllegalStateException("Key (civil_number)=(198701012010011001) exists",
                        new IllegalArgumentException("nik 6472012345678901")));
        String line = written.get(0).getMessage();
        assertFalse(line.matches("(?s).*\\d{16}.*"), line);
        assertTrue(line.contains("Key (civil_number)=(…) exists"), line);
        assertTrue(line.contains("LogLinesTest.numbersOfPersons"), line);
    }

    @Test
    void otherNumbersStay() {
        room.info("01a20bb0-1583-76ac-89b5-11f7aefa09ef took 1234567890123456789 ns");
        assertTrue(written.get(0).getMessage().endsWith("01a20bb0-1583-76ac-89b5-11f7aefa09ef took 1234567890123456789 ns"));
    }
}
