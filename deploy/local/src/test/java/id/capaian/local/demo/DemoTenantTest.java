package id.capaian.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.local.DemoDay;
import id.capaian.local.LocalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DemoTenantTest {

    private static final Path CONFIG = Path.of("../../tenants-config");
    private static final DemoDay DAY = new DemoDay(LocalDate.of(2026, 11, 24));
    private static final int NIP = 0;

    static List<String> codes() {
        return DemoTenant.codes(CONFIG);
    }

    @Test
    void thereIsOneForEveryTenantOfTheRepository() throws IOException {
        try (Stream<Path> files = Files.list(CONFIG.resolve("tenants"))) {
            assertEquals(files.map(file -> file.getFileName().toString().replace(".yaml", "")).sorted().toList(),
                    codes());
        }
        assertEquals(5, codes().size());
    }

    /** Here and on every other machine. Whoever changes a description on purpose writes the new sum down. */
    @ParameterizedTest
    @CsvSource({
        "mulyorejo, 1e77dd29e835fc63fda2a9409d59cd59b88a3e1149b8e1afd5b03bc38da2208f",
        "pariaman, 90bb9420c4fd1f0e5c8702d6487f56449a858ade848e183e362713b447e286c6",
        "samarinda, 208047fa69b6cf9a1e5c01433395a15969e9f718d660eaa462edd0ca14a7cb6d",
        "tangsel, 069295e5c19427da02a4cb55f006b773fb9e856f4d24eb674b36f5e8513256b3",
        "tubei, 0f77d203e8a8de25141c225f7b6c7355ee3a2e250a2b452d79393612395ddd94"})
    void comesOutTheSameEveryTime(String code, String sha256) throws NoSuchAlgorithmException {
        MessageDigest sum = MessageDigest.getInstance("SHA-256");
        DemoTenant.read(CONFIG, code).files(DAY).forEach((name, text) ->
                sum.update((name + "\n" + text).getBytes(StandardCharsets.UTF_8)));
        assertEquals(sha256, HexFormat.of().formatHex(sum.digest()));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void hasSomeHundredPeopleOfBothKindsWithAPostEach(String code) {
        List<String[]> people = servants(code);
        assertTrue(people.size() >= 95 && people.size() <= 200, people.size() + " people");
        for (String status : List.of("PNS", "PPPK")) {
            long count = people.stream().filter(cells -> cells[4].equals(status)).count();
            assertTrue(count >= people.size() / 4, count + " " + status);
        }
        assertEquals(people.stream().map(cells -> cells[NIP]).toList(), rows(code, "04-assignments.csv").stream()
                .map(cells -> cells[NIP]).toList());
        assertEquals(people.size(), people.stream().map(cells -> cells[1]).distinct().count(), "a name twice");
    }

    /** Over all governments: an account's name is the number, and there is one realm. */
    @Test
    void numbersAreRightAndNobodysTwice() {
        Set<String> seen = new HashSet<>();
        for (String code : codes()) {
            for (String[] cells : servants(code)) {
                assertTrue(seen.add(cells[NIP]), cells[NIP] + " twice");
                assertNumber(cells);
            }
        }
    }

    /** By domain.md 12.1 and 12.2. */
    private static void assertNumber(String[] cells) {
        String nip = cells[NIP];
        boolean pppk = cells[4].equals("PPPK");
        assertTrue(nip.matches("\\d{8}\\d{4}" + (pppk ? "2[1-9]" : "(0[1-9]|1[0-2])") + "[12]\\d{3}"), nip);
        LocalDate birth = LocalDate.parse(cells[6]);
        assertEquals(cells[6].replace("-", ""), nip.substring(0, 8));
        int appointed = Integer.parseInt(nip.substring(8, 12));
        assertTrue(appointed - birth.getYear() >= 19 && appointed <= DAY.year(), nip);
        assertEquals(cells[7].equals("L") ? '1' : '2', nip.charAt(14), nip);
        assertTrue(!nip.endsWith("000"), nip);
        assertTrue(cells[5].matches(pppk ? "[IVX]+" : "(I|II|III)/[a-d]|IV/[a-e]"), nip + " " + cells[5]);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyChainOfRatersEndsWithAnOfficial(String code) {
        Set<String> officials = rows(code, "03-people.csv").stream().filter(cells -> cells[NIP].isEmpty())
                .map(cells -> cells[11]).collect(Collectors.toSet());
        Map<String, String[]> lines = new HashMap<>();
        rows(code, "05-rater-lines.csv").forEach(cells -> lines.put(cells[NIP], cells));
        assertEquals(servants(code).size(), lines.size());
        lines.forEach((nip, line) -> {
            assertTrue(!line[2].equals(nip) && !line[3].equals(nip) && !line[3].equals(line[2]), nip);
            List<String> chain = new ArrayList<>(List.of(nip));
            while (lines.containsKey(chain.get(chain.size() - 1))) {
                chain.add(lines.get(chain.get(chain.size() - 1))[2]);
                assertTrue(chain.size() < 10, "goes in a circle: " + chain);
            }
            assertTrue(officials.contains(chain.get(chain.size() - 1)), chain::toString);
            assertTrue(officials.contains(line[3]) || lines.containsKey(line[3]), line[3]);
        });
    }

    @ParameterizedTest
    @MethodSource("codes")
    void aYearOfFiguresHasGoodOnesAndBadOnes(String code) {
        List<String[]> values = rows(code, "07-indicator-values.csv");
        assertEquals(List.of("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"),
                values.stream().map(cells -> cells[3]).distinct().sorted().toList());
        assertTrue(values.stream().anyMatch(cells -> quality(cells) < 0.85 * 3), "poor quality");
        assertTrue(values.stream().filter(cells -> quality(cells) >= 0.85 * 3).count() > values.size() / 2);
        assertTrue(values.stream().anyMatch(cells -> !cells[7].isEmpty() && Integer.parseInt(cells[7]) < 100),
                "too few answers");
        ZoneId zone = ZoneId.of(code.equals("samarinda") ? "Asia/Makassar" : "Asia/Jakarta");
        values.forEach(cells -> {
            OffsetDateTime taken = OffsetDateTime.parse(cells[6]);
            assertEquals(zone.getRules().getOffset(taken.toInstant()), taken.getOffset());
            assertTrue(taken.toLocalDate().isBefore(DAY.date()), cells[6]);
        });
    }

    private static double quality(String[] cells) {
        return Stream.of(cells[9], cells[10], cells[11]).mapToDouble(cell -> Double.parseDouble(cell.replace(',', '.')))
                .sum();
    }

    /** Each quarter so far, and none that is to come. */
    @Test
    void whatPeopleRecordedEndsWithTheOpenQuarter() {
        for (String code : List.of("tangsel", "pariaman", "mulyorejo")) {
            List<String[]> notes = rows(code, DemoTenant.PROGRESS);
            assertEquals(Set.of("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"),
                    notes.stream().map(cells -> cells[1]).collect(Collectors.toSet()), code);
            String first = DemoTenant.read(CONFIG, code).files(new DemoDay(LocalDate.of(2027, 1, 1)))
                    .get(DemoTenant.PROGRESS);
            assertEquals(notes.size() / 4, first.lines().filter(line -> line.contains(";2027-Q1;")).count(), first);
            assertEquals(notes.size() / 4 + 1, first.lines().count(), first);
        }
    }

    /** What `up` prints can be signed in with. */
    @Test
    void theAccountsAreThoseOfPeopleWhoAreThere() throws IOException {
        for (String line : Files.readAllLines(CONFIG.resolve("demo/accounts.csv")).stream().skip(1).toList()) {
            String[] cells = line.split(";");
            if (cells[0].isEmpty() || cells[1].startsWith("admin.")) {
                continue;
            }
            String[] person = rows(cells[0], "03-people.csv").stream().filter(row -> cells[1].equals(row[NIP].isEmpty()
                    ? cells[0] + "." + row[11] : row[NIP])).findFirst().orElseThrow(() -> new AssertionError(line));
            assertTrue(cells[2].endsWith(": " + person[1]), line);
        }
    }

    @Test
    void playsInTheQuarterOfTheDay() {
        List<String[]> values = DemoTenant.read(CONFIG, "tubei").files(new DemoDay(LocalDate.of(2027, 4, 1)))
                .get("07-indicator-values.csv").lines().skip(1).map(line -> line.split(";", -1)).toList();
        assertEquals(Set.of("2027-Q1", "2027-Q2"), values.stream().map(cells -> cells[3]).collect(Collectors.toSet()));
        assertEquals(Set.of("2027-03-31T09:00:00+07:00", "2027-04-01T00:00:00+07:00"),
                values.stream().map(cells -> cells[6]).collect(Collectors.toSet()), "not in the future, not before it");
        assertTrue(values.stream().anyMatch(cells -> String.join(";", cells)
                .startsWith("UNIT;DPMPTSP;TUB.SPD;2027-Q2;18;Sistem antrean;")), "the figure of the open quarter");
    }

    @ParameterizedTest
    @MethodSource("codes")
    void looksBackOnTheYearBeforeInAYearsFirstQuarter(String code) {
        DemoDay day = new DemoDay(LocalDate.of(2027, 2, 1));
        Map<String, String> files = DemoTenant.read(CONFIG, code).files(day);
        List<String[]> values = files.get("07-indicator-values.csv").lines().skip(1).map(line -> line.split(";", -1))
                .toList();
        assertEquals(List.of("2026-Q4", "2027-Q1"), values.stream().map(cells -> cells[3]).distinct().toList());
        values.forEach(cells -> assertTrue(cells[3].equals("2027-Q1") ? cells[6].startsWith("2027-01-31T")
                : cells[6].startsWith("2026-12-31T"), String.join(";", cells)));
        assertTrue(files.get("04-assignments.csv").lines().skip(1).allMatch(line -> line.endsWith(";2026-10-01;")),
                "posts are held when the figures begin");
        assertEquals("2026-Q3", day.period(2));
    }

    @Test
    void aFaultInADescriptionIsToldWithItsLine(@TempDir Path folder) throws IOException {
        copy(folder);
        Path staff = folder.resolve("demo/tubei/staff.csv");
        Files.writeString(staff, Files.readString(staff).replace("KAPUS;1;0;KADIS@DINKES", "KAPUS;1;0;KADIS@NIRWANA"));
        LocalException told = assertThrows(LocalException.class, () -> DemoTenant.read(folder, "tubei").files(DAY));
        assertEquals("tubei/staff.csv, line 7 names KADIS@NIRWANA as rater, which is in no line.", told.getMessage());
        Path values = folder.resolve("demo/samarinda/values.csv");
        Files.writeString(values, Files.readString(values).replace("30|20|26", "30|viele|26"));
        told = assertThrows(LocalException.class, () -> DemoTenant.read(folder, "samarinda").files(DAY));
        assertEquals("samarinda/values.csv, line 2 has viele for nilai, which is no number: write it like 83,6.",
                told.getMessage());
    }

    private static void copy(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(CONFIG)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path to = folder.resolve(CONFIG.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    private static List<String[]> servants(String code) {
        return rows(code, "03-people.csv").stream().filter(cells -> !cells[NIP].isEmpty()).toList();
    }

    private static List<String[]> rows(String code, String file) {
        return DemoTenant.read(CONFIG, code).files(DAY).get(file).lines().skip(1).map(line -> line.split(";", -1))
                .toList();
    }
}
