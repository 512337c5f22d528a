package id.capaian.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.capaian.kernel.crowd.Size;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A large government, two small ones and one of whom nobody knows how many it has. */
class TenantSizesTest {

    private final TenantSizes sizes = new TenantSizes();

    @Test
    void aTenantsPartIsOfAllPeopleAndItsTurnsAreAtLeastAsManyAsAnybodys() {
        sizes.know(Map.of("samarinda", 8_000L, "tubei", 1_500L, "pariaman", 500L));
        assertEquals(new Size(0.8, 2.4), sizes.of("samarinda"));
        assertEquals(new Size(0.15, 1), sizes.of("tubei"));
        assertEquals(new Size(0.05, 1), sizes.of("pariaman"));
        assertEquals(Size.LIKE_ANY, sizes.of("tangsel"));
    }

    @Test
    void allAreAlikeBeforeAnythingIsKnown() {
        assertEquals(Size.LIKE_ANY, sizes.of("tubei"));
        sizes.know(Map.of());
        assertEquals(Size.LIKE_ANY, sizes.of("tubei"));
    }
}
