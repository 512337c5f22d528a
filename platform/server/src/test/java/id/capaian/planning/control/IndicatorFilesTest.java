package id.capaian.planning.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Texts;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.people.ImportColumn;
import id.capaian.people.ImportKind;
import id.capaian.people.control.ImportAnswer;
import id.capaian.people.control.ImportFile;
import id.capaian.people.control.Imports;
import id.capaian.planning.IndicatorValues;
import id.capaian.planning.Periods;
import id.capaian.planning.Reading;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files of figures as offices write them, on a real database with two tenants. */
class IndicatorFilesTest {

    private static final String HEADINGS =
            "Subjek;NIP atau Kode Unit;Kode Indikator;Kode Periode;Nilai;Sumber Data;Tanggal;Jumlah Responden\n";

    private final Sample sample = Sample.aNurseAndTheHeadWhoRatesHer();
    private final Texts texts = new Texts();

    private ImportAnswer take(String file) {
        return sample.asAdmin(wiring -> {
            List<ImportKind> kinds = List.of(wiring.get(IndicatorValueImport.class));
            Object instance = Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Instance.class},
                    (proxy, method, arguments) -> method.getName().equals("spliterator") ? kinds.spliterator() : null);
            return wiring.with(instance).get(ImportFile.class).run("indicator-values",
                    file.getBytes(StandardCharsets.UTF_8), false);
        });
    }

    private String row(String value, String day) {
        return "pegawai;%s;SMD.RSP;2026-Q4;%s;SIMRS;%s;120\n".formatted(sample.nurseNumber(), value, day);
    }

    private void refuses(String rows, int row, String column, String text, Object... arguments) {
        Slice slice = Slice.ofTwoTenants();
        String before = Imports.dump(slice);
        ProblemException refused = assertThrows(ProblemException.class, () -> take(HEADINGS + rows));
        assertEquals(Problem.IMPORT_REFUSED, refused.problem());
        String words = texts.text(Language.ID, text, arguments);
        assertEquals(List.of(new FieldProblem("baris " + row + ", " + column, words)), refused.fields());
        assertEquals(before, Imports.dump(slice));
    }

    @Test
    void readsHeadingsAndDaysAsOfficesWriteThem() {
        String file = HEADINGS + row("83,6", "20/11/2026");
        assertEquals(1, take(file).created());
        assertTrue(take(file).alreadyImported());
        Reading taken = sample.asAdmin(wiring -> {
            UUID period = wiring.get(Periods.class).byCode("2026-Q4").periodId();
            return wiring.get(IndicatorValues.class).latest(List.of(sample.nurse()), period).get(sample.nurse())
                    .get("SMD.RSP");
        });
        assertEquals(Instant.parse("2026-11-19T16:00:00Z"), taken.takenAt(), "the day begins where the government is");
        assertEquals(120, taken.sampleSize());
    }

    @Test
    void tellsAUnitWhoseZeroGotLost() {
        String code = String.valueOf(1_000_000_000L + Math.abs((long) UUID.randomUUID().hashCode()));
        sample.asAdmin(wiring -> {
            Sample.write(wiring.get(EntityManager.class), "insert into __T__.org_unit values (?, ?, 'Puskesmas',"
                    + " 'HEALTH_CENTRE', null, date '2020-01-01', null, 1)", UUID.randomUUID(), "0" + code);
            return null;
        });
        refuses("layanan;" + code + ";SMD.SAT;2026-Q4;80;survei;2026-11-20;120\n", 2, "kunci",
                "people.import.zerosLost", code, "0" + code);
    }

    @Test
    void tellsAMonthBeforeItsDay() {
        refuses(row("80", "11/20/2026"), 2, "diambil_pada", "people.import.dateOrder", "11/20/2026");
    }

    @Test
    void tellsAValueThatIsTooLongToBeOne() {
        refuses(row("123456789012345", "20/11/2026"), 2, "nilai", "planning.import.digits", 14);
        refuses(row("1E999999999", "20/11/2026"), 2, "nilai", "people.import.number", "1E999999999");
    }

    @Test
    void namesEveryColumnInWords() {
        List<ImportColumn> columns = sample.asAdmin(wiring -> wiring.get(IndicatorValueImport.class).columns());
        for (Language language : Language.values()) {
            columns.forEach(column -> assertTrue(
                    !texts.text(language, "people.imports.as." + column.name()).isEmpty(), column.name()));
        }
    }
}
