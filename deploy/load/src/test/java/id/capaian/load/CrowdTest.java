package id.capaian.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrowdTest {

    private static final int CLIENTS = 4;

    @Test
    void noTwoClientsActForTheSamePerson() {
        Crowd crowd = Crowd.first(List.of(1, 2, 3), 9);
        Set<Person> seen = new HashSet<>();
        int met = 0;
        for (int client = 0; client < CLIENTS; client++) {
            SplittableRandom random = new SplittableRandom(client);
            Set<Person> own = new HashSet<>();
            for (int i = 0; i < 1_000; i++) {
                own.add(crowd.any(client, CLIENTS, random));
            }
            met += own.size();
            seen.addAll(own);
        }
        assertEquals(met, seen.size());
    }

    @Test
    void everybodyHasAClient() {
        Crowd crowd = Crowd.first(List.of(1, 2, 3), 9);
        Set<Person> seen = new HashSet<>();
        for (int client = 0; client < CLIENTS; client++) {
            SplittableRandom random = new SplittableRandom(client);
            for (int i = 0; i < 1_000; i++) {
                seen.add(crowd.any(client, CLIENTS, random));
            }
        }
        assertEquals(27, seen.size());
    }

    @Test
    void takesPeopleEvenlyOutOfATenant() {
        List<Integer> numbers = Crowd.across(Nation.of(1, 1_000), List.of(1), 10).people().stream()
                .map(Person::number).sorted().toList();
        assertEquals(List.of(0, 100, 200, 300, 400, 500, 600, 700, 800, 900), numbers);
    }

    @Test
    void takesEverybodyWhereThereAreFewer() {
        Crowd crowd = Crowd.across(Nation.of(1, 1_000).and(1, 20), List.of(2), 50);
        assertEquals(20, crowd.people().size());
    }

    @Test
    void isTheSameEachTime() {
        assertEquals(Crowd.first(List.of(1, 2), 5), Crowd.first(List.of(1, 2), 5));
    }

    @Test
    void givesEachClientPeopleOfSeveralTenants() {
        Crowd crowd = Crowd.first(List.of(1, 2, 3, 4), 8);
        SplittableRandom random = new SplittableRandom(1);
        Set<Integer> tenants = IntStream.range(0, 500)
                .mapToObj(i -> crowd.any(0, CLIENTS, random).tenant()).collect(Collectors.toSet());
        assertTrue(tenants.size() > 1);
    }
}
