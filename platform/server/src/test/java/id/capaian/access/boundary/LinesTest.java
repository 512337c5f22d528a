package id.capaian.access.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.registry.Registry;
import id.capaian.registry.RegistrySnapshot;
import id.capaian.registry.TenantState;
import id.capaian.registry.TenantView;
import id.capaian.registry.Tenants;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One tenant that there is, and words that anybody may make up. */
class LinesTest {

    private static final TenantCode TUBEI = new TenantCode("tubei");

    private final Registry registry = new Registry();
    private final Lines lines = new Lines(registry, new Tenants(registry));

    @Test
    void aTenantWaitsInItsOwnLineAndWhoeverNamesNoneInOneForAll() {
        know();
        assertEquals("tubei", lines.of("/tubei"));
        assertEquals("tubei", lines.of("/tubei/skp/1"));
        assertEquals("tubei", lines.of("/api/tubei/periods"));
        assertEquals("nasional", lines.of("/nasional/"));
        assertEquals("nasional", lines.of("/api/national/summaries"));
        assertEquals("operator", lines.of("/operator"));
        for (String path : new String[] {"", "/", "/api", "/api/", "/madeup", "/api/madeup/periods", "/assets/a.css",
                "/%74ubei/", "/api/health"}) {
            assertEquals(Lines.COMMON, lines.of(path), path);
        }
    }

    @Test
    void healthAndMetricsNeverWait() {
        know();
        assertNull(lines.of("/health"));
        assertNull(lines.of("/health/ready"));
        assertNull(lines.of("/metrics"));
        assertEquals(Lines.COMMON, lines.of("/healthy"));
    }

    @Test
    void aNodeThatHasNotReadTheRegistryHasOneLine() {
        assertEquals(Lines.COMMON, lines.of("/tubei/"));
        assertNull(lines.of("/health/started"));
    }

    private void know() {
        registry.know(new RegistrySnapshot(Map.of(TUBEI, new TenantView(TUBEI, "Kabupaten Lebong", "17.07",
                "Kabupaten Lebong", ZoneId.of("Asia/Jakarta"), "id-ID", TenantState.ACTIVE, "202611240100")), Map.of()));
    }
}
