package id.capaian.kernel.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.identity.Caller;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The two walls, on a real database with two tenants. */
class TenancyTest {

    private final Slice slice = Slice.ofTwoTenants();

    @Test
    void keepsWhatOneTenantWritesFromTheOther() {
        String name = "probe-" + UUID.randomUUID();
        slice.inTenant("samarinda", "anna", unit -> addSetting(unit.entityManager(), name));

        assertEquals(1L, settings("samarinda", name));
        assertEquals(0L, settings("tubei", name));
    }

    @Test
    void refusesTheOtherTenantsSchemaUnderTheOwnRole() {
        var refused = assertThrows(PersistenceException.class, () -> slice.inTenant("samarinda", "anna", unit ->
                unit.entityManager().createNativeQuery("select count(*) from t_tubei.setting").getSingleResult()));
        assertTrue(refused.getMessage().contains("permission denied"), refused.getMessage());
    }

    @Test
    void refusesMarkedSqlWhereNobodyIsAtWork() {
        var refused = assertThrows(PersistenceException.class, () -> slice.in(null, new Caller(), unit ->
                unit.entityManager().createNativeQuery("select count(*) from __T__.setting").getSingleResult()));
        assertTrue(refused.getMessage().contains("outside a tenant's unit of work"), refused.getMessage());
    }

    @Test
    void holdsForSqlPastTheMappingToo() {
        String name = "probe-" + UUID.randomUUID();
        List<UUID> ids = List.of(UUID.randomUUID(), UUID.randomUUID());
        slice.inTenant("samarinda", "anna", unit -> {
            var sql = new DirectSql(unit.entityManager());
            ids.forEach(id -> assertEquals(1, sql.write("insert into __T__.setting (setting_id, name, value, valid_from, version)"
                    + " values (?, ?, '1', date '2026-01-01', 0)", id, name + id)));
            return null;
        });

        assertEquals(2, direct("samarinda", ids));
        assertEquals(0, direct("tubei", ids));
        var refused = assertThrows(PersistenceException.class, () -> slice.in(null, new Caller(), unit ->
                new DirectSql(unit.entityManager()).read("select 1 from __T__.setting", ResultSet::next)));
        assertTrue(refused.getMessage().contains("outside a tenant's unit of work"), refused.getMessage());
    }

    private int direct(String tenant, List<UUID> ids) {
        return slice.inTenant(tenant, "counter", unit -> new DirectSql(unit.entityManager()).read(
                "select count(*) from __T__.setting where setting_id = any(?)", rows -> {
                    rows.next();
                    return rows.getInt(1);
                }, ids));
    }

    @Test
    void refusesATenantThatDoesNotExist() {
        var refused = assertThrows(RuntimeException.class, () -> slice.inTenant("nirwana", "anna", unit -> 1));
        assertTrue(refused.getMessage().contains("t_nirwana"), refused.getMessage());
    }

    @Test
    void refusesACodeThatIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new TenantCode("x; drop schema t_tubei"));
        assertFalse(TenantCode.isWellFormed(null));
    }

    @Test
    void opensNationalAggregatesAndNothingElseToTheNationalDoor() {
        var national = new Work(Work.Door.NATIONAL, null, "analyst", "r1", false);
        Object cells = slice.in(national, new Caller(), unit ->
                unit.entityManager().createNativeQuery("select count(*) from national.cube").getSingleResult());
        assertTrue(((Number) cells).longValue() >= 0);
        assertThrows(PersistenceException.class, () -> slice.in(national, new Caller(), unit ->
                unit.entityManager().createNativeQuery("select count(*) from national.summary").getSingleResult()));
        assertThrows(PersistenceException.class, () -> slice.in(national, new Caller(), unit ->
                unit.entityManager().createNativeQuery("select count(*) from t_tubei.employee").getSingleResult()));
    }

    @Test
    void writesActorAndRequestIntoAudit() {
        String name = "probe-" + UUID.randomUUID();
        slice.inTenant("tubei", "subject-of-budi", unit -> addSetting(unit.entityManager(), name));

        Object actor = slice.inTenant("tubei", "reader", unit -> unit.entityManager().createNativeQuery(
                "select actor from __T__.audit_entry where table_name = 'setting' and row_after->>'name' = ?")
                .setParameter(1, name).getSingleResult());
        assertEquals("subject-of-budi", actor);
    }

    @Test
    void leavesNothingOnAConnectionAfterItsTransaction() throws SQLException {
        try (Connection raw = Slice.connection()) {
            Connection opened = TenantConnection.opened(TenantConnector.Drawn.uncounted(raw),
                    Work.ofTenant(new TenantCode("tubei"), "anna", "r1"));
            opened.rollback();
            assertThrows(SQLException.class, () -> opened.prepareStatement("select 1 from __T__.setting"));
            try (var statement = raw.createStatement();
                    var row = statement.executeQuery("select current_user, current_setting('app.actor', true)")) {
                row.next();
                assertEquals("p_app", row.getString(1));
                assertTrue(row.getString(2) == null || row.getString(2).isEmpty());
            }
        }
    }

    private static int addSetting(EntityManager entityManager, String name) {
        return entityManager.createNativeQuery("""
                insert into __T__.setting (setting_id, name, value, valid_from, version)
                values (?, ?, '1', date '2026-01-01', 0)""")
                .setParameter(1, UUID.randomUUID()).setParameter(2, name).executeUpdate();
    }

    private long settings(String tenant, String name) {
        return slice.inTenant(tenant, "counter", unit -> ((Number) unit.entityManager().createNativeQuery(
                "select count(*) from __T__.setting where name = ?").setParameter(1, name).getSingleResult()).longValue());
    }
}
