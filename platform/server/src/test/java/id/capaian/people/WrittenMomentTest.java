package id.capaian.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import id.capaian.people.ImportProblems.ImportProblem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenMomentTest {

    private static final ZoneId MAKASSAR = ZoneId.of("Asia/Makassar");

    @ParameterizedTest
    @CsvSource({"2026-11-20T09:00:00+08:00,01:00", "2026-11-20T09:00:00+07:00,02:00", "2026-11-20T01:00Z,01:00",
        "2026-11-20 09:00,01:00", "20/11/2026 09.00,01:00", "20 November 2026 9:00:00,01:00", "2026-11-20T09:00,01:00"})
    void readsMomentsAndTimesOfTheGovernmentsZone(String written, String utc) {
        assertEquals(Optional.of(Instant.parse("2026-11-20T" + utc + ":00Z")), WrittenMoment.of(written, MAKASSAR));
    }

    @ParameterizedTest
    @CsvSource({"20/11/2026", "2026-11-20", "20.11.2026", "20 Nopember 2026", "2026-11-20 00:00:00", "46346"})
    void takesADayForItsBeginningWhereTheGovernmentIs(String written) {
        assertEquals(Optional.of(Instant.parse("2026-11-19T16:00:00Z")), WrittenMoment.of(written, MAKASSAR));
    }

    @ParameterizedTest
    @CsvSource({"11/20/2026,dateOrder", "20/11/26,dateYear", "besok,moment", "20/11/2026 25:00,moment"})
    void tellsWhatIsNoMoment(String written, String flaw) {
        ImportProblems problems = new ImportProblems();
        assertNull(new ImportRow(2, Map.of("a", written), problems, problems).requiredMoment("a", MAKASSAR));
        assertEquals(List.of(new ImportProblem(2, "a", "people.import." + flaw, List.of(written))), problems.shown());
    }
}
