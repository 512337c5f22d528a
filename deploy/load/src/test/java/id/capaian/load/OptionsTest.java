package id.capaian.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.local.LocalException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final List<String> PARTS = List.of("requests", "memory");

    private static Options of(String... arguments) {
        return Options.of(PARTS, arguments);
    }

    @Test
    void asksForAllPartsWhenNoneIsNamed() {
        assertTrue(of().asks("requests"));
        assertTrue(of("--quick").asks("memory"));
    }

    @Test
    void asksForThePartsThatAreNamedOnly() {
        Options options = of("memory", "--quick");
        assertTrue(options.asks("memory"));
        assertFalse(options.asks("requests"));
        assertTrue(options.quick());
    }

    @Test
    void makesTheWholeCountryByItself() {
        Nation nation = of().nation();
        assertEquals(546, nation.tenants());
        assertEquals(50, nation.mixed().size());
        assertEquals(2_000, nation.staffOf(1));
        assertEquals(32_000, nation.staffOf(nation.largest()));
        assertEquals(60, nation.staffOf(546));
        assertEquals(15, of().pools());
    }

    @Test
    void hasTheSizesItIsTold() {
        Options options = of("--tenants", "3", "--staff", "400", "--large", "500", "--all", "8", "--small", "30");
        assertEquals(Nation.of(3, 400).and(1, 500).and(4, 30), options.nation());
    }

    @Test
    void makesPlansOfTheSizeItIsTold() {
        assertEquals(new PlanSize(5, 20, 12), of("--results", "5", "--indicators", "20", "--readings", "12").nation().plan());
        assertThrows(LocalException.class, () -> of("--indicators", "17").nation(), "of each result as many");
    }

    @Test
    void makesNoSmallTenantsWhereNoneAreAsked() {
        assertEquals(Nation.of(3, 400).and(1, 500),
                of("--tenants", "3", "--staff", "400", "--large", "500", "--all", "4").nation());
    }

    @Test
    void refusesAWordThatIsNoPartAndNoOption() {
        LocalException refused = assertThrows(LocalException.class, () -> of("evaluasi"));
        assertTrue(refused.getMessage().contains("requests, memory"), refused.getMessage());
    }

    @Test
    void refusesAnOptionWithoutItsNumber() {
        assertThrows(LocalException.class, () -> of("--staff"));
        assertThrows(LocalException.class, () -> of("--staff", "many"));
    }

    @Test
    void refusesTenantsTooSmallForTheirCallers() {
        assertThrows(LocalException.class, () -> of("--staff", "100"));
    }

    @Test
    void callsEveryPartByAWordOfItsOwn() {
        assertTrue(Parts.names().stream().allMatch(name -> name.matches("[a-z]+")), Parts.names().toString());
        assertEquals(Parts.names().size(), Parts.names().stream().distinct().count());
    }
}
