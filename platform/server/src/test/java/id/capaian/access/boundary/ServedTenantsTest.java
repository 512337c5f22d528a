package id.capaian.access.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.registry.Registry;
import id.capaian.registry.RegistrySnapshot;
import id.capaian.registry.TenantState;
import id.capaian.registry.TenantView;
import id.capaian.registry.Tenants;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServedTenantsTest {

    private static final TenantCode CODE = new TenantCode("tubei");

    @Test
    void aTenantIsServedWhileActiveWithTablesInRange() {
        assertEquals(true, served(TenantState.ACTIVE, "202601010000"));
        assertEquals(false, served(TenantState.SUSPENDED, "202601010000"));
        assertEquals(false, served(TenantState.CREATING, "202601010000"));
        assertEquals(false, served(TenantState.ACTIVE, "202512310000"));
        assertEquals(false, served(TenantState.ACTIVE, "202701010000"));
        assertEquals(false, served(TenantState.ACTIVE, null));
    }

    @Test
    void nobodyElseIs() {
        Registry registry = new Registry();
        registry.know(new RegistrySnapshot(Map.of(), Map.of()));
        assertEquals(false, of(registry).isServed(CODE));
    }

    private static boolean served(TenantState state, String schemaVersion) {
        Registry registry = new Registry();
        registry.know(new RegistrySnapshot(Map.of(CODE, new TenantView(CODE, "Tubei", "00.00", "Tubei",
                ZoneId.of("Asia/Jakarta"), "id", state, schemaVersion)), Map.of()));
        return of(registry).isServed(CODE);
    }

    private static ServedTenants of(Registry registry) {
        return new ServedTenants(new Tenants(registry), new SchemaRange("202601010000", "202612312359"));
    }
}
