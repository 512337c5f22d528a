package id.capaian.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.local.demo.DemoTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFilesTest {

    private static final Path FILES = Path.of("../../tenants-config");

    @TempDir
    private Path state;

    @Test
    void leavesTheFilesAsTheyAreInTheQuarterTheySpeakOf() throws IOException {
        Path moved = moved("2026-12-31");
        for (String file : List.of("platform.yaml", "demo/accounts.csv")) {
            assertEquals(Files.readString(FILES.resolve(file)), Files.readString(moved.resolve(file)), file);
        }
        // The figures of what is over come in before it is closed.
        assertEquals(Files.readString(FILES.resolve("tenants/tubei.yaml")).replace("status: CLOSED", "status: GRACE"),
                Files.readString(moved.resolve("tenants/tubei.yaml")));
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
        String quarter = ", startsOn: 2026-10-01, endsOn: 2026-12-31, status: GRACE}\n";
        assertTrue(tenant.contains("  periods:\n    - {code: 2026-Q4, name: Triwulan IV 2026" + quarter
                + "    - {code: 2027-Q1, "), "one to look back on: " + tenant);
        String later = Files.readString(moved("2028-08-15").resolve("tenants/tubei.yaml"));
        assertTrue(later.contains("code: 2028-Q2") && later.contains("endsOn: 2028-06-30, status: GRACE}"), later);
        assertTrue(later.contains("endsOn: 2028-09-30, status: OPEN}"), later);
        assertTrue(later.contains("  periods:\n    - {code: 2028-Q1, "), later);
    }

    /** The description stays behind. */
    @Test
    void makesTheFilesOfEveryGovernmentAndNothingElse() throws IOException {
        Path demo = moved("2027-05-20").resolve("demo");
        for (String tenant : DemoTenant.codes(FILES)) {
            Set<String> expected = DemoTenant.read(FILES, tenant).files(new DemoDay(LocalDate.of(2027, 5, 20)))
                    .keySet();
            assertTrue(expected.contains("07-indicator-values.csv"), expected::toString);
            try (Stream<Path> files = Files.list(demo.resolve(tenant))) {
                assertEquals(expected, files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
            }
        }
        String posts = Files.readString(demo.resolve("tubei/04-assignments.csv"));
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
