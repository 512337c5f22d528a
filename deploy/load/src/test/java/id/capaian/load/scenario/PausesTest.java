package id.capaian.load.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PausesTest {

    private static final String TOLD = """
            sun.gc.collector.0.invocations=12
            sun.gc.collector.0.lastEntryTime=99
            sun.gc.collector.0.name="Serial young collection pauses"
            sun.gc.collector.0.time=600000000
            sun.gc.collector.1.invocations=3
            sun.gc.collector.1.time=500000000
            sun.os.hrt.frequency=1000000000
            """;

    @Test
    void tellsHowManyAndHowLong() {
        Pauses before = Pauses.parse(TOLD);
        Pauses after = Pauses.parse(TOLD.replace("invocations=12", "invocations=16").replace("600000000", "660000000"));
        assertEquals("4 of 15.0 ms each", after.since(before).text());
        assertEquals("none", before.since(before).text());
    }

    @Test
    void tellsThoseOfTheWholeHeapApart() {
        Pauses before = Pauses.parse(TOLD);
        Pauses after = Pauses.parse(TOLD.replace("invocations=12", "invocations=16").replace("600000000", "660000000")
                .replace("invocations=3", "invocations=4").replace("500000000", "910000000"));
        assertEquals("4 of 15.0 ms each, of the whole heap 1 of 410.0 ms each", after.since(before).text());
    }

    @Test
    void tellsStopsOfMarkingWhereThereAreSuch() {
        String marking = "sun.gc.collector.2.invocations=%d\nsun.gc.collector.2.time=%d\n";
        Pauses before = Pauses.parse(TOLD + marking.formatted(2, 50_000_000));
        Pauses after = Pauses.parse(TOLD + marking.formatted(4, 100_000_000));
        assertEquals("none, in marking 2 of 25.0 ms each", after.since(before).text());
    }

    @Test
    void isNotGuessedWhereNothingIsTold() {
        assertThrows(IllegalStateException.class, () -> Pauses.parse("sun.gc.collector.0.time=1"));
    }

    @Test
    void isToldByThisVeryProcess() throws Exception {
        assertTrue(Pauses.of(ProcessHandle.current().pid()).young().count() >= 0);
    }
}
