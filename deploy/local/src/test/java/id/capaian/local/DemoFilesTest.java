package id.capaian.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFilesTest {

    private static final Path FILES = Path.of("../../tenants-config");

    @TempDir
    private Path state;

    @Test
    void leavesTheFilesAsTheyAreInTheQuarterTheySpeakOf() throws IOException {
        Path moved = moved("2026-12-31");
        for (String file : List.of("platform.yaml", "tenants/samarinda.yaml", "tenants/tubei.yaml",
                "demo/accounts.csv", "demo/samarinda/07-indicator-values.csv", "demo/tubei/04-assignments.csv")) {
            assertEquals(Files.readString(FILES.resolve(file)), Files.readString(moved.resolve(file)), file);
        }
    }

    @Test
    void opensTheQuarterOfTheDay() throws IOException {
        String tenant = Files.readString(moved("2027-01-01").resolve("tenants/samarinda.yaml"));
        assertTrue(tenant.contains("\n  year: 2027\n"), tenant);
        assertTrue(tenant.contains("{code: 2027-Q1, name: Triwulan I 2027, startsOn: 2027-01-01, endsOn: 2027-03-31,"
                + " status: OPEN}"), tenant);
        assertTrue(tenant.contains("{code: 2027-Q4, name: Triwulan IV 2027, startsOn: 2027-10-01, endsOn: 2027-12-31,"
                + " status: PLANNED}"), tenant);
        assertTrue(tenant.contains("{code: \"2027\", name: Tahun 2027, kind: ANNUAL, startsOn: 2027-01-01,"
                + " endsOn: 2027-12-31, status: PLANNED}"), tenant);
        String later = Files.readString(moved("2028-08-15").resolve("tenants/tubei.yaml"));
        assertTrue(later.contains("code: 2028-Q2") && later.contains("endsOn: 2028-06-30, status: CLOSED}"), later);
        assertTrue(later.contains("endsOn: 2028-09-30, status: OPEN}"), later);
    }

    @Test
    void movesFiguresIntoTheQuarterAndNotIntoTheFuture() throws IOException {
        String first = Files.readString(moved("2027-01-01").resolve("demo/samarinda/07-indicator-values.csv"));
        assertTrue(first.contains(";2027-Q1;30;Modul pengaduan;2027-01-01T00:00:00+08:00;"), first);
        assertFalse(first.contains(";2026-"), "a figure of the old quarter");
        String later = Files.readString(moved("2027-05-20").resolve("demo/tubei/07-indicator-values.csv"));
        assertTrue(later.contains(";2027-Q2;18;Sistem antrean;2027-05-19T09:00:00+07:00;"), later);
        String posts = Files.readString(moved("2027-05-20").resolve("demo/tubei/04-assignments.csv"));
        assertFalse(posts.contains(";2026-"), "somebody without a post on the first day of the year");
    }

    @Test
    void goesOnInTheQuarterInWhichItBegan() throws IOException {
        Files.writeString(state.resolve("demo-day"), "2026-11-24");
        assertEquals(DemoFiles.WRITTEN, DemoDay.keptIn(state));
        Files.delete(state.resolve("demo-day"));
        assertEquals(DemoDay.today(), DemoDay.keptIn(state));
        assertEquals(LocalDate.of(2028, 3, 31), new DemoDay(LocalDate.of(2028, 2, 29)).lastDay());
    }

    private Path moved(String day) {
        return new DemoFiles(new DemoDay(LocalDate.parse(day))).in(state, FILES);
    }
}
