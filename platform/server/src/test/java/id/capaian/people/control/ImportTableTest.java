package id.capaian.people.control;

import static id.capaian.people.ImportColumn.digits;
import static id.capaian.people.ImportColumn.optional;
import static id.capaian.people.ImportColumn.required;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.problem.ProblemException;
import id.capaian.people.ImportColumn;
import id.capaian.people.ImportProblems.ImportProblem;
import id.capaian.people.ImportProblems;
import id.capaian.people.ImportRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTableTest {

    private static final List<ImportColumn> COLUMNS =
            List.of(digits("nip"), required("nama"), optional("mulai"), optional("nilai"));

    private final ImportProblems problems = new ImportProblems();
    private final ImportProblems warnings = new ImportProblems();

    @ParameterizedTest
    @ValueSource(strings = {
        "nip;nama;nilai\n198609262015051001;Budi, S.Kom.;83,6\n",
        "\uFEFFNIP,Nama,nilai\r\n198609262015051001,\"Budi, S.Kom.\",83.6\r\n\r\n",
    })
    void readsBothSeparators(String text) {
        List<ImportRow> rows = read(text);
        assertEquals(1, rows.size());
        assertEquals("198609262015051001", rows.get(0).text("nip"));
        assertEquals("Budi, S.Kom.", rows.get(0).text("nama"));
        assertEquals(new BigDecimal("83.6"), rows.get(0).decimal("nilai"));
        assertEquals(0, problems.count());
    }

    @Test
    void countsRowsAsASpreadsheetDoes() {
        List<ImportRow> rows = read("nip;nama\n1;a\n;\n2;\"b\nc\"\n3;d\n");
        assertEquals(List.of(2, 4, 5), rows.stream().map(ImportRow::number).toList());
    }

    @Test
    void refusesMissingAndUnknownColumns() {
        assertTrue(read("nip;nma\n1;a\n").isEmpty());
        assertEquals(List.of("people.import.columnMissing", "people.import.columnUnknown"),
                problems.shown().stream().map(ImportProblem::textKey).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a"})
    void refusesAFileThatIsHardlyThere(String text) {
        assertTrue(read(text).isEmpty());
        assertTrue(problems.count() > 0);
    }

    @Test
    void refusesAFileWithoutRows() {
        assertTrue(read("nip;nama\n").isEmpty());
        assertEquals(1, problems.count());
    }

    @Test
    void readsWhatOfficesSaveAsText() {
        String text = "nip;nama\n1;Désirée\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"),
                StandardCharsets.UTF_16)) {
            List<ImportRow> rows = ImportTable.read(text.getBytes(charset), COLUMNS, problems, warnings);
            assertEquals("Désirée", rows.get(0).text("nama"), charset.name());
        }
        assertEquals(List.of("people.import.oldEncoding"), keys(warnings));
    }

    @Test
    void refusesWhatIsNoText() {
        byte[] noise = {'n', 'i', 'p', (byte) 0x81, (byte) 0x8D, 0, 1};
        assertThrows(ProblemException.class, () -> ImportTable.read(noise, COLUMNS, problems, warnings));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "NIP BARU;Nama Pegawai\n1;Budi\n",
        "No.\tnipBaru\tNAMA\n1\t1\tBudi\n",
        "sep=;\nNip;Nama\n1;Budi\n",
        "DAFTAR PEGAWAI, 2026\n\nData;;\nNo;NIP;Nama\n(1);(2);(3)\n1;=\"1\";Budi\n",
        "No;NIP;Nama\n;;\n1;'1;\u00A0 Budi\u200B \n",
        "NIP;Biodata;;NIP LAMA\n;Nama;;\n1;Budi;;2\n",
    })
    void findsTheHeadingsAndReadsBeneath(String text) {
        List<ImportRow> rows = ImportTable.read(text.getBytes(StandardCharsets.UTF_8), List.of(
                digits("nip").or("nipBaru"), required("nama").or("nama pegawai")), problems, warnings);
        assertEquals(List.of(), problems.shown());
        assertEquals("1 Budi", rows.get(0).text("nip") + " " + rows.get(0).text("nama"));
        assertEquals(1, rows.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24", "2026-11-24 00:00:00", "24/11/2026", "24-11-2026", "24.11.2026",
        "24 November 2026", "24-Nov-2026", "24 Nopember 2026", "46350", "24/11/2026 0:00"})
    void readsDaysAsTheyAreWritten(String written) {
        assertEquals(LocalDate.of(2026, 11, 24), read("nip;nama;mulai\n1;a;" + written + "\n").get(0).date("mulai"));
    }

    @ParameterizedTest
    @CsvSource({"11/24/2026,dateOrder", "24/11/26,dateYear", "31/02/2026,date", "besok,date", "24/11,date",
        "24 Brumaire 2026,date", "2026-13-01,date"})
    void refusesDaysThatAreNoneOrCouldBeOthers(String written, String flaw) {
        assertNull(read("nip;nama;mulai\n1;a;" + written + "\n").get(0).date("mulai"));
        assertEquals(List.of("people.import." + flaw), keys(problems));
    }

    @ParameterizedTest
    @CsvSource({"1.98609E+17,scientific", "'1,98609E+17',scientific", "198609262015051008.0,numericCell",
        "=A1,formulaText", "#N/A,formulaFailed"})
    void refusesDigitsThatASpreadsheetSpoilt(String written, String flaw) {
        read("nip;nama\n" + written + ";a\n");
        assertEquals(List.of(new ImportProblem(2, "nip", "people.import." + flaw,
                flaw.equals("formulaFailed") ? List.of(written) : List.of())), problems.shown());
    }

    @Test
    void refusesTextThatSpillsOverAndQuotesThatDoNotClose() {
        read("nip,nama,mulai,nilai\n1,Budi, S.Kom.,2026-01-01,1\n2,\"Siti\n3,c\n");
        assertEquals(List.of(new ImportProblem(2, "", "people.import.tooManyCells", List.of()),
                new ImportProblem(3, "", "people.import.quote", List.of())), problems.shown());
    }

    private static List<String> keys(ImportProblems noted) {
        return noted.shown().stream().map(ImportProblem::textKey).toList();
    }

    @Test
    void notesWhatCannotBeReadAndGoesOn() {
        ImportRow row = read("nip;nama;mulai;nilai\n1;;31 Desembar;banyak\n").get(0);
        assertNull(row.required("nama"));
        assertNull(row.date("mulai"));
        assertNull(row.decimal("nilai"));
        assertEquals(3, problems.count());
        assertEquals(new ImportProblem(2, "mulai", "people.import.date", List.of("31 Desembar")),
                problems.shown().get(1));
    }

    @Test
    void answersAHundredProblemsAndCountsTheRest() {
        for (int row = 2; row < 252; row++) {
            new ImportRow(row, Map.of(), problems, warnings).required("nama");
        }
        assertEquals(ImportProblems.SHOWN, problems.shown().size());
        assertEquals(250, problems.count());
    }

    @Test
    void readsAWorkbook() throws IOException {
        List<ImportRow> rows = ImportTable.read(RawWorkbook.of("""
                <row r="1"><c r="A1" t="inlineStr"><is><t>NIP</t></is></c><c r="B1" t="inlineStr"><is><t>nama</t></is></c>\
                <c r="C1" t="inlineStr"><is><t>mulai</t></is></c><c r="D1" t="inlineStr"><is><t>nilai</t></is></c></row>
                <row r="2"><c r="A2" t="inlineStr"><is><t>198609262015051001</t></is></c>\
                <c r="B2" t="inlineStr"><is><t>Budi</t></is></c><c r="C2" s="1"><v>46296</v></c><c r="D2"><v>83.6</v></c></row>
                """), COLUMNS, problems, warnings);
        assertEquals(0, problems.count());
        assertEquals("198609262015051001", rows.get(0).text("nip"));
        assertEquals(LocalDate.of(2026, 10, 1), rows.get(0).date("mulai"));
        assertEquals(new BigDecimal("83.6"), rows.get(0).decimal("nilai"));
    }

    @Test
    void leavesNoDoubtAboutNumbersOfAWorkbook() throws IOException {
        List<ImportRow> rows = ImportTable.read(RawWorkbook.of("""
                <row r="1"><c r="A1" t="inlineStr"><is><t>NIP</t></is></c>\
                <c r="B1" t="inlineStr"><is><t>nama</t></is></c>\
                <c r="C1" t="inlineStr"><is><t>nilai</t></is></c></row>
                <row r="2"><c r="B2" t="inlineStr"><is><t>Budi</t></is></c><c r="C2"><v>5.125</v></c></row>
                <row r="3"><c r="B3" t="inlineStr"><is><t>Siti</t></is></c><c r="C3"><f>41/8</f><v>5.125</v></c></row>
                <row r="4"><c r="B4" t="inlineStr"><is><t>Rina</t></is></c>\
                <c r="C4" t="inlineStr"><is><t>5.125</t></is></c></row>
                """), COLUMNS, problems, warnings);
        assertEquals(new BigDecimal("5.125"), rows.get(0).decimal("nilai"));
        assertEquals(new BigDecimal("5.125"), rows.get(1).decimal("nilai"));
        assertEquals(0, problems.count());
        rows.get(2).decimal("nilai");
        assertEquals(List.of(new ImportProblem(4, "nilai", "people.import.ambiguousNumber",
                List.of("5.125", "5125", "5,125"))), problems.shown());
    }

    @Test
    void refusesNumericCellsWhereDigitsWouldBeLost() throws IOException {
        ImportTable.read(RawWorkbook.of("""
                <row r="1"><c r="A1" t="inlineStr"><is><t>nip</t></is></c><c r="B1" t="inlineStr"><is><t>nama</t></is></c></row>
                <row r="2"><c r="A2"><v>198609262015051008</v></c><c r="B2" t="inlineStr"><is><t>Budi</t></is></c></row>
                """), COLUMNS, problems, warnings);
        assertEquals(List.of(new ImportProblem(2, "nip", "people.import.numericCell", List.of())), problems.shown());
    }

    private List<ImportRow> read(String text) {
        return ImportTable.read(text.getBytes(StandardCharsets.UTF_8), COLUMNS, problems, warnings);
    }
}
