package id.capaian.kernel.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.capaian.kernel.identity.Caller;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/** Whole files of rows on a real database with two tenants. */
class DirectCopyTest {

    private static final String COPY =
            "copy __T__.setting (setting_id, name, value, valid_from, version) from stdin";

    private final Slice slice = Slice.ofTwoTenants();
    private final String name = UUID.randomUUID().toString();

    private static Object[] row(String name, String value, LocalDate day) {
        return new Object[] {UUID.randomUUID(), name, value, day, 1};
    }

    private void add(String tenant, List<Object[]> rows) {
        slice.inTenant(tenant, "admin", unit -> {
            new DirectCopy(unit.entityManager()).add(COPY, rows);
            return null;
        });
    }

    private List<?> values(String tenant) {
        return slice.inTenant(tenant, "admin", unit -> unit.entityManager()
                .createNativeQuery("select value from __T__.setting where name = ? order by valid_from")
                .setParameter(1, name).getResultList());
    }

    @Test
    void keepsEverySignAsItIs() {
        List<String> written = List.of("", "\\N", "\\.", "a\\b\\t", "a\tb", "a\nb\r\nc", "Nur'aini \"Ani\", é 🙂");
        LocalDate first = LocalDate.of(2026, 1, 1);
        List<Object[]> rows = new ArrayList<>();
        written.forEach(value -> rows.add(row(name, value, first.plusDays(rows.size()))));
        add("samarinda", rows);
        assertEquals(written, values("samarinda"));
        assertEquals(List.of(), values("tubei"));
    }

    /** The driver sends 65,536 characters at once; somewhere here a sign of two stands across each such edge. */
    @Test
    void keepsSignsOfTwoCharactersWhereverTheyStand() {
        List<String> written = List.of("🙂".repeat(40_000), "x" + "🙂".repeat(40_000));
        LocalDate first = LocalDate.of(2026, 1, 1);
        add("samarinda", List.of(row(name, written.get(0), first), row(name, written.get(1), first.plusDays(1))));
        assertEquals(written, values("samarinda"));
    }

    @Test
    void writesEnumsByNameAndRefusesWhatHidesItself() {
        add("tubei", List.<Object[]>of(new Object[] {UUID.randomUUID(), name, Masked.OPEN, LocalDate.of(2026, 1, 1), 1}));
        assertEquals(List.of("OPEN"), values("tubei"));
        List<Object[]> other = List.<Object[]>of(new Object[] {UUID.randomUUID(), name, new StringBuilder(), null, 1});
        assertThrows(IllegalArgumentException.class, () -> add("tubei", other));
    }

    private enum Masked {
        OPEN;

        @Override
        public String toString() {
            return "***";
        }
    }

    @Test
    void writesTheAuditOfEachRow() {
        LocalDate first = LocalDate.of(2026, 1, 1);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 5_001; i++) {
            rows.add(row(name, "x", first.plusDays(i)));
        }
        add("tubei", rows);
        assertEquals(5_001L, slice.<Object>inTenant("tubei", "admin", unit -> unit.entityManager().createNativeQuery("""
                select count(*) from __T__.audit_entry
                 where table_name = 'setting' and actor = 'admin' and row_after ->> 'name' = ?""")
                .setParameter(1, name).getSingleResult()));
    }

    @Test
    void addsAllOrNothingAndSaysWhatStandsInTheWay() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        PersistenceException refused = assertThrows(PersistenceException.class,
                () -> add("samarinda", List.of(row(name, "a", day), row(name, "b", day))));
        assertEquals("uq_setting_name_valid_from", assertInstanceOf(PSQLException.class, refused.getCause())
                .getServerErrorMessage().getConstraint());
        assertEquals(List.of(), values("samarinda"));
    }

    @Test
    void needsATenant() {
        PersistenceException refused = assertThrows(PersistenceException.class,
                () -> slice.in(null, new Caller(), unit -> {
                    new DirectCopy(unit.entityManager()).add(COPY, List.of());
                    return null;
                }));
        assertEquals("42501", assertInstanceOf(SQLException.class, refused.getCause()).getSQLState());
    }
}
