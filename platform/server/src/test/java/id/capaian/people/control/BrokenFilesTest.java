package id.capaian.people.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Texts;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.people.control.Imports.Dated;
import id.capaian.people.control.Imports.Formula;
import id.capaian.people.control.Imports.Page;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Files as they really come in: each fault is told on its row and column with its remedy, and leaves both tenants as
 * they were, byte for byte.
 */
class BrokenFilesTest {

    private static final String PEOPLE = "nip;nama;status;golongan;tanggal_lahir;jenis_kelamin\n";
    private static final String UNITS = "kode;nama;jenis;kode_induk;mulai\n";
    private static final String PLACES = "nip;kode_jabatan;kode_unit;mulai\n";
    private static final String RATERS = "nip;nip_penilai;nip_atasan_penilai;mulai\n";
    private static final List<Object> HEADING = List.of("NIP", "Nama", "Status", "Golongan", "Tanggal Lahir",
            "Jenis Kelamin");

    private final Slice slice = Slice.ofTwoTenants();
    private final Texts texts = new Texts();
    /** Begins with a zero, as codes of units do. */
    private final String unit = "0" + (10_000 + Math.floorMod(UUID.randomUUID().hashCode(), 80_000));
    private final String head = Imports.number();
    private final String nurse = Imports.number();
    private final List<Fault> faults = new ArrayList<>();

    private record Fault(String name, String kind, byte[] file, List<FieldProblem> told) {
    }

    @TestFactory
    Stream<DynamicTest> tellsTheRowAndLeavesTheDatabaseAsItWas() {
        for (String tenant : List.of("samarinda", "tubei")) {
            Imports.take(slice, tenant, "units", UNITS + unit + ";Puskesmas;PUSKESMAS;;2020-01-01\n");
            Imports.take(slice, tenant, "positions",
                    "kode;nama;kelompok;rumpun\nP" + unit + ";Perawat;KEAHLIAN;health\n");
            Imports.take(slice, tenant, "people", PEOPLE + person(head) + person(nurse));
            Imports.take(slice, tenant, "assignments",
                    PLACES + "%1$s;P%3$s;%3$s;2024-01-01\n%2$s;P%3$s;%3$s;2024-01-01\n"
                    .formatted(head, nurse, unit));
        }
        numbers();
        spreadsheets();
        texts();
        relations();
        assertEquals(true, faults.size() >= 20, "twenty at least");
        return faults.stream().map(fault -> DynamicTest.dynamicTest(fault.name(), () -> check(fault)));
    }

    private void check(Fault fault) {
        String before = Imports.dump(slice);
        ProblemException refused = assertThrows(ProblemException.class,
                () -> Imports.take(slice, "samarinda", fault.kind(), fault.file()));
        assertEquals(Problem.IMPORT_REFUSED, refused.problem());
        assertEquals(fault.told(), refused.fields());
        assertEquals(before, Imports.dump(slice));
    }

    private void numbers() {
        people("a number the spreadsheet shortened", sound() + person("1.98609E+17"), told(3, "nip",
                "people.import.scientific"));
        people("a number a program made decimals of", person(head + ".0"), told(2, "nip", "people.import.numericCell"));
        people("a number the spreadsheet rounded", sound() + person("198609262015051000"), told(3, "nip",
                "people.number.serial"));
        people("a digit too few", person("19860926201505101"), told(2, "nip", "people.number.not-18-digits"));
        people("a PPPK number with a wrong count", person("198609262015181001"), told(2, "nip",
                "people.number.pppk-frequency"));
        people("a number with a birthday that never was", person("198602302015051001"), told(2, "nip",
                "people.number.birth-date"));
        people("a PNS appointed as a child", person("198609261990051001"), told(2, "nip", "people.number.appointment"));
        people("the same person twice", sound() + "\n" + sound(), told(4, "nip", "people.import.twiceHere"));
    }

    private void spreadsheets() {
        workbook("a number cell", told(2, "nip", "people.import.numericCell"),
                new Page("Data", false, List.of(HEADING, row(new BigDecimal("198609262015051008")))));
        workbook("a number cell formatted as a date", told(2, "nip", "people.import.numericCell"),
                new Page("Data", false, List.of(HEADING, row(new Dated(new BigDecimal("198609262015051008"))))));
        workbook("a formula without its result", told(2, "nip", "people.import.formulaEmpty"),
                new Page("Data", false, List.of(HEADING, row(new Formula("Sheet2!A1")))));
        workbook("two sheets with the same headings", List.of(new FieldProblem("file",
                        text("people.import.severalSheets", "Dinkes, Disdik"))),
                new Page("Dinkes", false, List.of(HEADING, row(head))),
                new Page("Disdik", false, List.of(HEADING, row(nurse))),
                new Page("Arsip", true, List.of(HEADING, row(nurse))));
        workbook("a signature below the table", told(4, null, "people.import.noRow"), new Page("Data", false, List.of(
                List.of("DAFTAR PEGAWAI"), HEADING, row(Imports.number()),
                List.of("", "Samarinda, 24 November 2026"))));
        fault("an old workbook", "people", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1,
            (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0},
                List.of(new FieldProblem("file", text("people.import.oldWorkbook"))));
        fault("a web page called .xls", "people", bytes("<html><table><tr><td>NIP</td></tr></table></html>"),
                List.of(new FieldProblem("file", text("people.import.webPage"))));
        fault("a PDF", "people", bytes("%PDF-1.7\n"), List.of(new FieldProblem("file", text("people.import.pdf"))));
    }

    private void texts() {
        String columns = "nip, nama, gelar_depan, gelar_belakang, status, golongan, tanggal_lahir, jenis_kelamin, "
                + "surel, telepon, kedudukan_hukum, kunci, nrp";
        fault("a misspelt heading", "people", bytes(PEOPLE.replace("nama", "nma") + person(head)), Stream.of(
                told(1, "nama", "people.import.columnMissing", columns),
                told(1, "nma", "people.import.columnUnknown", columns)).flatMap(List::stream).toList());
        fault("two headings of one column", "people", bytes("NIP BARU;" + PEOPLE + head + ";" + person(head)),
                told(1, "nip", "people.import.columnTwice", "NIP BARU, nip"));
        fault("a title with the separator in it", "people", bytes((PEOPLE + sound() + person(head, "Budi, S.Kom.",
                "1986-09-26")).replace(';', ',')), told(3, null, "people.import.tooManyCells"));
        people("a quotation mark that is never closed", sound() + person(Imports.number(), "\"Siti", "1986-09-26"),
                told(3, null, "people.import.quote"));
        people("month before day", sound() + person(Imports.number(), "Siti", "09/26/1986"), told(3, "tanggal_lahir",
                "people.import.dateOrder", "09/26/1986"));
        people("a year of two digits", person(head, "Ahmad", "26/9/86"), told(2, "tanggal_lahir",
                "people.import.dateYear", "26/9/86"));
        people("a look-up that found nothing", person(head, "#N/A", "1986-09-26"), told(2, "nama",
                "people.import.formulaFailed", "#N/A"));
        people("nothing but headings", "", told(1, "file", "people.import.noRows"));
        fault("a group that is several of ours, in a Windows text", "positions",
                "Kode;Nama;Jenis Jabatan;Rumpun\nX;Café;1;a\n"
                .getBytes(Charset.forName("windows-1252")), told(2, "kelompok", "people.import.word",
                "ADMINISTRATOR, JPT, KEAHLIAN, KETERAMPILAN, PELAKSANA, PENGAWAS"));
    }

    private void relations() {
        String lost = unit.substring(1);
        fault("a new unit that is an old one without its zero", "units",
                bytes(UNITS + lost + ";Puskesmas;PUSKESMAS;;2020-01-01\n"),
                told(2, "kode", "people.import.zerosLost", lost, unit));
        fault("a unit below itself", "units",
                bytes(UNITS + "%1$s;Puskesmas;PUSKESMAS;%1$s.1;2020-01-01\n".formatted(unit)
                + "%1$s.1;Poli;SEKSI;%1$s;2020-01-01\n".formatted(unit)), Stream.of(
                        told(2, "kode_induk", "people.import.circle", unit),
                        told(3, "kode_induk", "people.import.circle", unit + ".1")).flatMap(List::stream).toList());
        fault("a unit whose zero got lost", "assignments",
                bytes(PLACES + "%s;P%s;%s;2026-01-01\n".formatted(nurse, unit, lost)),
                told(2, "kode_unit", "people.import.zerosLost", lost, unit));
        fault("two posts at a time", "assignments",
                bytes(PLACES + "%1$s;P%2$s;%2$s;2023-01-01\n".formatted(nurse, unit)),
                told(2, "mulai", "people.import.overlap"));
        fault("somebody who rates themselves", "rater-lines",
                bytes(RATERS + "%1$s;%1$s;;2026-01-01\n".formatted(nurse)),
                told(2, "nip_penilai", "people.import.selfRating"));
        fault("a rater nobody knows", "rater-lines",
                bytes(RATERS + "%s;%s;;2026-01-01\n".formatted(nurse, Imports.number())),
                told(2, "nip_penilai", "people.import.unknownPerson"));
    }

    private String sound() {
        return person(head, "Ahmad Fauzi", "1986-09-26");
    }

    private static String person(String number) {
        return person(number, "Ahmad Fauzi", "1986-09-26");
    }

    private static String person(String number, String name, String birth) {
        return "%s;%s;PNS;III/a;%s;L\n".formatted(number, name, birth);
    }

    private static List<Object> row(Object number) {
        return List.of(number, "Ahmad Fauzi", "PNS", "III/a", "1986-09-26", "L");
    }

    private void people(String name, String rows, List<FieldProblem> told) {
        fault(name, "people", bytes(PEOPLE + rows), told);
    }

    private void workbook(String name, List<FieldProblem> told, Page... pages) {
        fault(name, "people", Imports.workbook(pages), told);
    }

    private void fault(String name, String kind, byte[] file, List<FieldProblem> told) {
        faults.add(new Fault(name, kind, file, told));
    }

    /** @param column null when it is the row as a whole */
    private List<FieldProblem> told(int row, String column, String key, Object... arguments) {
        return List.of(new FieldProblem("baris " + row + (column == null ? "" : ", " + column), text(key, arguments)));
    }

    private String text(String key, Object... arguments) {
        return texts.text(Language.ID, key, arguments);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
