package id.capaian.people.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.people.ImportColumn;
import id.capaian.people.ImportProblems;
import id.capaian.people.ImportProblems.ImportProblem;
import id.capaian.people.ImportRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small files that would take all memory or all time of a node are refused at once. */
class ExhaustingFilesTest {

    private static final List<ImportColumn> COLUMNS = List.of(ImportColumn.digits("nip"), ImportColumn.required("nama"),
            ImportColumn.optional("nilai"));
    private static final String HEADINGS = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>NIP</t></is></c><c r="B1" t="inlineStr"><is><t>nama</t></is></c>\
            <c r="C1" t="inlineStr"><is><t>nilai</t></is></c></row>""";

    private final ImportProblems problems = new ImportProblems();

    private List<ImportRow> read(byte[] file) {
        return ImportTable.read(file, COLUMNS, problems, problems);
    }

    private List<ImportRow> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private void refuses(Problem problem, byte[] file) {
        assertEquals(problem, assertThrows(ProblemException.class, () -> read(file)).problem());
    }

    private void refuses(String text) {
        refuses(Problem.BODY_TOO_LARGE, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesCellsBeyondTheLastColumn() throws IOException {
        refuses(Problem.UNSUPPORTED_FORMAT, RawWorkbook.of("<row r='1'><c r='ZZZZZZ1'/></row>"));
        refuses(Problem.UNSUPPORTED_FORMAT, RawWorkbook.of("<row r='1'><c r = '&#88;FE1'/></row>"));
        refuses(Problem.UNSUPPORTED_FORMAT, RawWorkbook.of("<row r='1'>" + "<c/>".repeat(16_385) + "</row>"));
        assertEquals(0, read(RawWorkbook.of("<row r='1'><c r='XFD1'/></row>")).size());
    }

    @Test
    void refusesRowsThatReachTooFarTogether() throws IOException {
        refuses(Problem.BODY_TOO_LARGE, RawWorkbook.of("<row><c r='XFD1'/></row>".repeat(4_000)));
        refuses(Problem.BODY_TOO_LARGE, RawWorkbook.of(HEADINGS + "<row r='1048577'><c t='n'><v>1</v></c></row>"));
    }

    @Test
    void refusesAPartThatUnpacksToMoreThanPeopleMake() throws IOException {
        refuses(Problem.BODY_TOO_LARGE, RawWorkbook.of(" ".repeat(64 * 1024 * 1024)));
    }

    @Test
    void refusesANumberThatTakesMinutesToRead() throws IOException {
        refuses(Problem.UNSUPPORTED_FORMAT, RawWorkbook.of("<row r='1'><c r='A1'><v>" + "1".repeat(32_768)
                + "</v></c></row>"));
    }

    @Test
    void tellsANumberOfEndlessDigitsOnItsCell() throws IOException {
        List<ImportRow> rows = read(RawWorkbook.of(HEADINGS + """
                <row r="2"><c r="B2" t="inlineStr"><is><t>Budi</t></is></c><c r="C2"><v>1E999999999</v></c></row>
                <row r="3"><c r="B3" t="inlineStr"><is><t>Siti</t></is></c><c r="C3" s="1"><v>1E-999999999</v></c></row>
                <row r="4"><c r="B4" t="inlineStr"><is><t>Rina</t></is></c><c r="C4"><v>5E-17</v></c></row>
                """));
        assertEquals(List.of(new ImportProblem(2, "nilai", "people.import.formulaFailed", List.of("1E999999999")),
                new ImportProblem(3, "nilai", "people.import.formulaFailed", List.of("1E-999999999"))),
                problems.shown());
        assertEquals(new BigDecimal("5E-17"), rows.get(2).decimal("nilai"), "what spreadsheets leave of a difference");
    }

    @Test
    void countsRowsThatAreNoneToo() {
        refuses("nip,nama\n" + "9,2,3\n".repeat(200_001));
    }

    @Test
    void refusesTextThatNoSheetCanHold() {
        refuses("nip;nama" + "\n".repeat(1_048_577));
        refuses("nip;nama\r1;a\r" + ";".repeat(16_384));
        assertEquals(1, read("nip;nama\n1;a\n" + ";".repeat(16_383)).size());
    }
}
