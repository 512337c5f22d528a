package id.capaian.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.local.LocalException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NationTest {

    private static final int EVERY_GOVERNMENT = 546;

    private final Nation nation = Nation.of(3, 500).and(1, 3_000).and(6, 20);

    @Test
    void countsTenantsAndPeople() {
        assertEquals(10, nation.tenants());
        assertEquals(3 * 500 + 3_000 + 6 * 20, nation.people());
        assertEquals(3_000, nation.staffOf(4));
    }

    @Test
    void knowsTheManyOfTheUsualSizeAndTheLargest() {
        assertEquals(List.of(1, 2, 3), nation.mixed());
        assertEquals(4, nation.largest());
    }

    @Test
    void takesASampleEvenlyOutOfAll() {
        assertEquals(List.of(1, 3, 5, 7, 9), nation.sample(5));
        assertEquals(nation.all(), nation.sample(100));
    }

    @Test
    void refusesATenantOfNobodyAndOneTooLarge() {
        assertThrows(LocalException.class, () -> Nation.of(1, 0));
        assertThrows(LocalException.class, () -> Nation.of(1, Nation.MOST_STAFF + 1));
    }

    @Test
    void givesEveryGovernmentOfTheCountryACodeOfItsOwn() {
        Set<String> codes = new HashSet<>();
        Set<String> governments = new HashSet<>();
        for (int tenant = 1; tenant <= EVERY_GOVERNMENT; tenant++) {
            String code = Person.code(tenant);
            String government = Generator.government(tenant);
            assertTrue(code.matches("[a-z][a-z0-9]{1,29}"), code);
            assertTrue(government.matches("[0-9]{2}\\.[0-9]{2}"), government);
            codes.add(code);
            governments.add(government);
        }
        assertEquals(EVERY_GOVERNMENT, codes.size());
        assertEquals(EVERY_GOVERNMENT, governments.size());
    }

    @Test
    void givesGovernmentsOfTheLargestNationValidCodesToo() {
        Set<String> governments = new HashSet<>();
        for (int tenant = 1; tenant <= Nation.MOST_TENANTS; tenant++) {
            governments.add(Generator.government(tenant));
        }
        assertEquals(Nation.MOST_TENANTS, governments.size());
        assertTrue(governments.stream().allMatch(code -> code.matches("[0-9]{2}\\.(4[1-9]|[5-6][0-9])")));
    }
}
