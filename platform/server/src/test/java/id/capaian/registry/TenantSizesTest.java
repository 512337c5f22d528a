package id.capaian.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A large government, a small one and one of whom nobody knows how many people it has. */
class TenantSizesTest {

    private final TenantSizes sizes = new TenantSizes();

    @Test
    void aTenantsPartIsOfAllPeople() {
        sizes.know(Map.of("samarinda", 3_000L, "tubei", 1_000L));
        assertEquals(0.75, sizes.partOf("samarinda"));
        assertEquals(0.25, sizes.partOf("tubei"));
        assertEquals(0, sizes.partOf("tangsel"));
    }

    @Test
    void nothingIsKnownAtFirst() {
        assertEquals(0, sizes.partOf("tubei"));
        sizes.know(Map.of());
        assertEquals(0, sizes.partOf("tubei"));
    }
}
