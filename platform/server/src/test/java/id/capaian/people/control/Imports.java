package id.capaian.people.control;

import id.capaian.kernel.tenancy.Slice;
import id.capaian.kernel.tenancy.Wiring;
import id.capaian.people.ImportKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.postgresql.PGConnection;

/** Imports on a slice: the use cases put together, small workbooks, and what the database holds afterwards. */
public final class Imports {

    static final String ADMIN = "admin";
    private static final AtomicInteger SERIAL = new AtomicInteger(100);

    private Imports() {
    }

    /** A number of a man born on 26 September 1986, one that no other test has. */
    static String number() {
        return "198609262015051" + SERIAL.incrementAndGet();
    }

    /** The use cases of a unit of work, with every kind of file of this room. */
    static Wiring wiring(Slice.Unit unit, Object... given) {
        Wiring wiring = Wiring.of(unit, given);
        List<ImportKind> kinds = List.of(wiring.get(UnitImport.class), wiring.get(PositionImport.class),
                wiring.get(PeopleImport.class), wiring.get(AssignmentImport.class), wiring.get(RaterLineImport.class),
                wiring.get(RoleGrantImport.class));
        return wiring.with(new ImportWork(unit.entityManager(), wiring.get(ImportFileSql.class),
                wiring.get(ImportMappingSql.class), kinds, unit.caller(), wiring.get(Clock.class)));
    }

    static <T> T in(Slice slice, String tenant, Function<Wiring, T> work, Object... given) {
        return slice.inTenant(tenant, ADMIN, unit -> work.apply(wiring(unit, given)));
    }

    static ImportAnswer take(Slice slice, String tenant, String kind, byte[] file) {
        return in(slice, tenant, wiring -> wiring.get(ImportFile.class).run(kind, file, false));
    }

    static ImportAnswer take(Slice slice, String tenant, String kind, String file) {
        return take(slice, tenant, kind, file.getBytes(StandardCharsets.UTF_8));
    }

    /** A formula of a workbook. */
    record Formula(String text) {
    }

    /** A number in a cell whose format is a date's. */
    record Dated(BigDecimal number) {
    }

    /** A sheet of a workbook; texts, numbers and formulas as they are given, null for an empty cell. */
    record Page(String name, boolean hidden, List<List<Object>> rows) {
    }

    static byte[] workbook(Page... pages) {
        var bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            for (Page page : pages) {
                Worksheet sheet = workbook.newWorksheet(page.name());
                if (page.hidden()) {
                    sheet.setVisibilityState(VisibilityState.HIDDEN);
                }
                for (int row = 0; row < page.rows().size(); row++) {
                    for (int column = 0; column < page.rows().get(row).size(); column++) {
                        write(sheet, row, column, page.rows().get(row).get(column));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int row, int column, Object cell) {
        if (cell instanceof Formula formula) {
            sheet.formula(row, column, formula.text());
        } else if (cell instanceof Dated day) {
            sheet.value(row, column, day.number());
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (cell instanceof BigDecimal number) {
            sheet.value(row, column, number);
        } else if (cell != null) {
            sheet.value(row, column, cell.toString());
        }
    }

    /** Everything the two tenants and the registry hold, byte for byte. */
    public static String dump(Slice slice) {
        return dump(slice, "t_samarinda") + dump(slice, "t_tubei") + dump(slice, "registry");
    }

    private static String dump(Slice slice, String schema) {
        try (Connection owner = slice.connect("p_owner")) {
            var out = new ByteArrayOutputStream();
            for (String table : tables(owner, schema)) {
                out.writeBytes((schema + "." + table + "\n").getBytes(StandardCharsets.UTF_8));
                owner.unwrap(PGConnection.class).getCopyAPI().copyOut(
                        "copy (select r::text from " + schema + "." + table + " r order by 1) to stdout", out);
            }
            return out.toString(StandardCharsets.UTF_8);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(Connection owner, String schema) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = owner.createStatement(); ResultSet rows = statement.executeQuery(
                "select relname from pg_class where relkind = 'r' and relnamespace = '" + schema + "'::regnamespace"
                        + " order by relname")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** The rows of a table of a tenant without what counts changes. */
    static List<String> rows(Slice slice, String tenant, String table) {
        List<String> found = new ArrayList<>();
        try (Connection owner = slice.connect("p_owner"); Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select (to_jsonb(r) - 'version')::text from t_" + tenant + "." + table + " r order by 1")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
