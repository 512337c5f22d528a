package id.capaian.load.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Invented people as an office hands them in, each with a NIP of their own. */
final class PeopleFile {

    static final List<String> HEADINGS = List.of("nip", "nama", "gelar_depan", "gelar_belakang", "status", "golongan",
            "tanggal_lahir", "jenis_kelamin", "surel", "telepon", "kedudukan_hukum");

    private static final LocalDate FIRST_BIRTH = LocalDate.of(1970, 1, 1);
    private static final int BIRTHDAYS = 9_000;
    private static final String[] GRADES = {"II/c", "III/a", "III/d", "IV/a"};

    private PeopleFile() {
    }

    /** The people from this number on. */
    static List<List<String>> rows(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(PeopleFile::row).toList();
    }

    private static List<String> row(int number) {
        LocalDate birth = FIRST_BIRTH.plusDays(number % BIRTHDAYS);
        boolean woman = number % 2 == 0;
        String nip = birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "201501" + (woman ? 2 : 1)
                + String.format(Locale.ROOT, "%03d", 1 + number / BIRTHDAYS);
        return List.of(nip, "Pegawai " + number, "", number % 3 == 0 ? "S.Kom." : "", "PNS",
                GRADES[number % GRADES.length], birth.toString(), woman ? "P" : "L",
                "pegawai" + number + "@beban.example", "0812" + (10_000_000 + number), "01");
    }

    static byte[] csv(List<List<String>> rows) {
        StringBuilder text = new StringBuilder(String.join(";", HEADINGS)).append('\n');
        rows.forEach(row -> text.append(String.join(";", row)).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] xlsx(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Beban", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Pegawai");
            for (int column = 0; column < HEADINGS.size(); column++) {
                sheet.value(0, column, HEADINGS.get(column));
                for (int row = 0; row < rows.size(); row++) {
                    sheet.value(row + 1, column, rows.get(row).get(column));
                }
            }
        }
        return out.toByteArray();
    }
}
