package id.capaian.people.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Texts;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.people.ImportProblems;
import id.capaian.people.control.DraftOutcome.Told;
import id.capaian.people.control.Imports.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files on their way in, on a real database with two tenants. */
class ImportDraftsTest {

    private static final String TENANT = "samarinda";

    private final Slice slice = Slice.ofTwoTenants();
    private final String number = Imports.number();
    /** What one test tells about headings, others would know. */
    private final String mine = number.substring(15);

    private <T> T drafts(String tenant, Function<ImportDrafts, T> work, Object... given) {
        return Imports.in(slice, tenant, wiring -> work.apply(wiring.get(ImportDrafts.class)), given);
    }

    private UUID keep(String tenant, String file) {
        return drafts(tenant, drafts -> drafts.keep("people", "Pegawai Dinkes.csv",
                file.getBytes(StandardCharsets.UTF_8), null).draftId());
    }

    private ImportDraft read(UUID id) {
        return drafts(TENANT, drafts -> drafts.read(id));
    }

    private void tell(UUID id, Map<Integer, String> columns) {
        long version = read(id).version();
        drafts(TENANT, drafts -> {
            drafts.tell(id, version, columns);
            return null;
        });
    }

    private String odd() {
        return "Induk %1$s;Siapa %1$s;Status;Golongan;Lahir %1$s;JK;Hobi %1$s\n".formatted(mine)
                + number + ";Siti;PNS;III/a;26/09/1986;L;catur\n";
    }

    @Test
    void asksForTheHeadingsItDoesNotKnowAndRemembersTheAnswer() {
        ImportDraft draft = read(keep(TENANT, odd()));
        assertFalse(draft.outcome().isTakeable());
        assertEquals(Stream.of("Induk ", "Siapa ", "Lahir ", "Hobi ").map(title -> title + mine).toList(),
                draft.outcome().headings().stream().filter(heading -> heading.column() == null)
                        .map(DraftOutcome.Heading::title).toList());
        tell(draft.id(), Map.of(0, "nip", 1, "nama", 4, "tanggal_lahir", 6, ""));
        DraftOutcome told = read(draft.id()).outcome();
        assertTrue(told.isTakeable(), told.problems()::toString);
        assertEquals(1, told.created());
        DraftOutcome next = read(keep(TENANT, odd().replace("Siti", "Sitti"))).outcome();
        assertEquals(1, next.created(), "headings in the same order are known now");
        DraftOutcome alike = read(keep(TENANT, odd().replace("Hobi", "Bakat"))).outcome();
        assertEquals(List.of("Bakat " + mine), alike.headings().stream().filter(heading -> heading.column() == null)
                .map(DraftOutcome.Heading::title).toList(), "and so are single ones among others");
        UUID other = keep("tubei", odd());
        assertFalse(drafts("tubei", drafts -> drafts.read(other)).outcome().isTakeable(), "not the other tenant's");
    }

    @Test
    void tellsHeadingsOfTheSameTitleApart() {
        String file = "PEGAWAI %1$s;;PENILAI %1$s;;ATASAN %1$s;;\nNIP;Nama;NIP;Nama;NIP;Nama;TMT\n"
                .formatted(mine) + "%1$s;A;%2$s;B;%3$s;C;1/1/2026\n"
                .formatted(number, Imports.number(), Imports.number());
        UUID id = drafts(TENANT, drafts -> drafts.keep("rater-lines", "penilai.csv",
                file.getBytes(StandardCharsets.UTF_8), null).draftId());
        tell(id, Map.of(0, "nip", 1, "", 2, "nip_penilai", 3, "", 4, "nip_atasan_penilai", 5, ""));
        List<String> meanings = List.of("nip", "", "nip_penilai", "", "nip_atasan_penilai", "", "mulai");
        assertEquals(meanings, meanings(read(id)));
        assertTrue(read(id).outcome().problems().stream().allMatch(problem -> problem.row() == 3),
                "nothing is left to say of the headings");
        UUID next = drafts(TENANT, drafts -> drafts.keep("rater-lines", "lagi.csv",
                file.replace(";A;", ";D;").getBytes(StandardCharsets.UTF_8), null).draftId());
        assertEquals(meanings, meanings(read(next)), "and it is remembered");
    }

    private static List<String> meanings(ImportDraft draft) {
        return draft.outcome().headings().stream().map(DraftOutcome.Heading::column).toList();
    }

    @Test
    void takesNobodyForAHeading() {
        for (String separator : List.of(";", ",", "|")) {
            UUID id = keep(TENANT, "DAFTAR,24/11/2026\n".repeat(separator.equals(",") ? 1 : 0)
                    + (number + ";Siti;PNS;III/a;26/09/1986;L\n").replace(";", separator));
            assertEquals(List.of(), read(id).outcome().headings());
            assertEquals(List.of("Baris judul tidak ditemukan."), read(id).outcome().problems().stream()
                    .map(problem -> problem.text().substring(0, 28)).toList());
            assertEquals(Problem.INVALID_INPUT, assertThrows(ProblemException.class,
                    () -> tell(id, Map.of(0, "nip"))).problem());
        }
        assertFalse(Imports.rows(slice, TENANT, "import_mapping").stream().anyMatch(row -> row.contains(number)));
    }

    @Test
    void keepsNothingOfWhatIsNoSheet() {
        ProblemException refused = assertThrows(ProblemException.class, () -> keep(TENANT, "%PDF-1.7\n" + number));
        assertEquals(Problem.UNSUPPORTED_FORMAT, refused.problem());
        assertTrue(refused.fields().get(0).detail().startsWith("PDF tidak dapat diimpor"), refused.fields()::toString);
        String bytes = HexFormat.of().formatHex(number.getBytes(StandardCharsets.UTF_8));
        keep("tubei", odd());
        assertTrue(Imports.rows(slice, "tubei", "import_draft").stream().anyMatch(row -> row.contains(bytes)));
        assertFalse(Imports.rows(slice, TENANT, "import_draft").stream().anyMatch(row -> row.contains(bytes)));
    }

    @Test
    void namesKindsInTheOrderOfAStartAndColumnsInWords() {
        List<String> kinds = drafts(TENANT, ImportDrafts::kinds);
        assertEquals(List.of("units", "positions", "people", "assignments", "rater-lines", "role-grants"), kinds);
        List<String> columns = kinds.stream().flatMap(kind -> drafts(TENANT, drafts -> drafts.columns(kind)).stream())
                .toList();
        Texts texts = new Texts();
        for (Language language : Language.values()) {
            columns.forEach(column -> assertFalse(texts.text(language, "people.imports.as." + column).isEmpty()));
        }
    }

    @Test
    void refusesColumnsThatAreNoneAndStalePages() {
        UUID id = keep(TENANT, odd());
        ProblemException unknown = assertThrows(ProblemException.class, () -> tell(id, Map.of(0, "gaji")));
        assertEquals(Problem.INVALID_INPUT, unknown.problem());
        tell(id, Map.of(0, "nip"));
        ProblemException stale = assertThrows(ProblemException.class, () -> drafts(TENANT, drafts -> {
            drafts.tell(id, 1, Map.of(0, "nip"));
            return null;
        }));
        assertEquals(Problem.VERSION_STALE, stale.problem());
    }

    @Test
    void tellsANewMeaningThatMakesTwoOfOne() {
        UUID id = keep(TENANT, odd());
        tell(id, Map.of(0, "nip", 1, "nip", 4, "tanggal_lahir", 6, ""));
        assertTrue(read(id).outcome().problems().stream().anyMatch(problem -> problem.text()
                .contains("Induk " + mine + ", Siapa " + mine)));
    }

    @Test
    void takesAFileOnceAndForgetsIt() {
        String file = "nip;nama;status;golongan;tanggal_lahir;jenis_kelamin\n"
                + number + ";Siti;PNS;III/a;1986-09-26;L\n";
        UUID id = keep(TENANT, file);
        assertEquals(1, read(id).outcome().created());
        String key = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            assertTrue(drafts(TENANT, drafts -> drafts.take(id, 1, key)).taken());
        }
        assertEquals(Problem.NOT_FOUND, assertThrows(ProblemException.class, () -> read(id)).problem());
        assertTrue(Imports.in(slice, TENANT, wiring -> wiring.get(ImportFileSql.class).newest(10_000)).stream()
                .anyMatch(taken -> "Pegawai Dinkes.csv".equals(taken.fileName()) && taken.created() == 1));
        assertTrue(read(keep(TENANT, file)).outcome().alreadyTaken());
    }

    @Test
    void judgesAgainWhatWasSoundWhenItWasSent() {
        String unit = "kode;nama;jenis;kode_induk;mulai\n";
        String code = "0" + (10_000 + Math.floorMod(UUID.randomUUID().hashCode(), 80_000));
        UUID id = drafts(TENANT, drafts -> drafts.keep("units", "u.csv", (unit + code.substring(1)
                + ";A;DINAS;;2020-01-01\n").getBytes(StandardCharsets.UTF_8), null).draftId());
        assertTrue(read(id).outcome().isTakeable());
        Imports.take(slice, TENANT, "units", unit + code + ";A;DINAS;;2020-01-01\n");
        assertFalse(drafts(TENANT, drafts -> drafts.take(id, 1, null)).taken());
        assertEquals(1, read(id).outcome().refused());
    }

    @Test
    void forgetsDraftsAfterADay() {
        UUID id = keep(TENANT, odd());
        UUID elsewhere = keep("tubei", odd());
        Clock later = Clock.fixed(Slice.CLOCK.instant().plus(Duration.ofHours(25)), Slice.CLOCK.getZone());
        drafts(TENANT, drafts -> drafts.keep("people", "b.csv", odd().getBytes(StandardCharsets.UTF_8), null), later);
        assertEquals(Problem.NOT_FOUND, assertThrows(ProblemException.class, () -> read(id)).problem());
        assertEquals("people", drafts("tubei", drafts -> drafts.read(elsewhere)).kind());
    }

    @Test
    void marksTheSheetThatWasSentAndTakesItBackMended() throws IOException {
        List<Object> heading = List.of("NIP", "Nama", "Status", "Golongan", "Tanggal Lahir", "Jenis Kelamin");
        byte[] sent = Imports.workbook(new Page("Dinkes", false, List.of(List.of("DAFTAR PEGAWAI"), heading,
                List.of(number, "=HYPERLINK(\"http://x.test\")", "PNS", "III/a", "1986-09-26", "L"),
                List.of("1986", "Siti", "PNS", "III/a", "besok", "L"))));
        UUID id = drafts(TENANT, drafts -> drafts.keep("people", "a.xlsx", sent, null).draftId());
        var bytes = new ByteArrayOutputStream();
        MarkedSheet.write(drafts(TENANT, drafts -> drafts.marks(id)), bytes);
        List<SheetLine> lines = lines(bytes.toByteArray());
        assertEquals("DAFTAR PEGAWAI", lines.get(0).text(0));
        assertEquals("kesalahan", lines.get(1).text(6));
        assertEquals("=HYPERLINK(\"http://x.test\")", lines.get(2).text(1));
        assertEquals(SheetLine.CellKind.TEXT, lines.get(2).kind(1), "words, not a formula");
        assertTrue(lines.get(3).text(6).startsWith("NIP: Nomor harus 18 digit"), lines.get(3)::toString);
        assertTrue(lines.get(3).text(6).contains("Tanggal Lahir: \"besok\" bukan tanggal"), lines.get(3)::toString);
        DraftOutcome again = read(drafts(TENANT, drafts -> drafts.keep("people", "a-periksa.xlsx", bytes.toByteArray(),
                null).draftId())).outcome();
        assertEquals(read(id).outcome().problems(), again.problems(), "marks are no data");
        assertEquals(List.of(3, 4, 4), again.problems().stream().map(Told::row).toList());
    }

    @Test
    void leavesNumbersOfAMarkedSheetNumbers() throws IOException {
        List<Object> heading = List.of("NIP", "Nama", "Status", "Golongan", "Tanggal Lahir", "Jenis Kelamin");
        byte[] sent = Imports.workbook(new Page("Dinkes", false, List.of(heading,
                List.of(new BigDecimal("198609262015051008"), "Siti", "PNS", "III/a", "1986-09-26", "L"),
                List.of(number, new BigDecimal("-7.25"), "PNS", "III/a", "1986-09-26", "L"))));
        UUID id = drafts(TENANT, drafts -> drafts.keep("people", "a.xlsx", sent, null).draftId());
        var bytes = new ByteArrayOutputStream();
        MarkedSheet.write(drafts(TENANT, drafts -> drafts.marks(id)), bytes);
        List<SheetLine> lines = lines(bytes.toByteArray());
        assertEquals(SheetLine.CellKind.NUMBER, lines.get(1).kind(0), "else the marked sheet would be taken as it is");
        assertEquals("198609262015051008", lines.get(1).text(0));
        assertEquals("-7,25", lines.get(2).text(1));
        DraftOutcome again = read(drafts(TENANT, drafts -> drafts.keep("people", "a-periksa.xlsx", bytes.toByteArray(),
                null).draftId())).outcome();
        assertEquals(read(id).outcome().problems(), again.problems());
        assertEquals(1, again.problemCount());
    }

    @Test
    void marksASheetThatHasNoColumnLeft() throws IOException {
        UUID id = keep(TENANT, "nip;nama\n1;a\n" + ";".repeat(16_383) + "x\n");
        var bytes = new ByteArrayOutputStream();
        MarkedSheet.write(drafts(TENANT, drafts -> drafts.marks(id)), bytes);
        assertTrue(lines(bytes.toByteArray()).get(0).text(16_383).startsWith("kesalahan"));
    }

    @Test
    void saysThatASheetFullOfMistakesIsMarkedInPart() {
        int rows = 13_000;
        UUID id = keep(TENANT, "nip;nama;status;golongan;tanggal_lahir;jenis_kelamin\n"
                + "1;Siti;?;III/a;besok;?\n".repeat(rows));
        DraftOutcome outcome = read(id).outcome();
        assertEquals(4 * rows, outcome.problemCount());
        assertEquals(rows, outcome.refused(), "counted beyond what is kept");
        assertEquals("Hanya 50.000 hal pertama dari 52.000 yang ditandai di lembar ini. "
                + "Perbaiki yang ditandai, lalu kirim lagi.",
                drafts(TENANT, drafts -> drafts.marks(id)).problems().get(1).get(0).text());
    }

    private static List<SheetLine> lines(byte[] workbook) throws IOException {
        List<SheetLine> lines = new ArrayList<>();
        try (Sheets sheets = Sheets.open(workbook, new ImportProblems(), new ImportProblems())) {
            sheets.sources().get(0).read(lines::add);
        }
        return lines;
    }

    @Test
    void keepsTheFileAsItWasSent() {
        UUID id = keep(TENANT, odd());
        assertArrayEquals(odd().getBytes(StandardCharsets.UTF_8),
                drafts(TENANT, drafts -> drafts.marks(id)).file());
    }
}
