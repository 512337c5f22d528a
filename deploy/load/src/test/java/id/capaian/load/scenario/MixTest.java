package id.capaian.load.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.load.Nation;
import id.capaian.load.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MixTest {

    private final Shot often = shot("often");
    private final Shot seldom = shot("seldom");
    private final Mix mix = new Mix(List.of(new Mix.Part(90, random -> often), new Mix.Part(10, random -> seldom)));

    private static Shot shot(String path) {
        return new Read(Ask.get(path, Map.of()), "");
    }

    private List<Shot> drawn(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Shot> drawn = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            drawn.add(mix.next(random));
        }
        return drawn;
    }

    @Test
    void givesEachKindItsShare() {
        // Five times the standard deviation of a binomial count.
        assertEquals(1_000, drawn(1).stream().filter(seldom::equals).count(), 5 * Math.sqrt(900));
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertEquals(drawn(7), drawn(7));
    }

    @Test
    void hasPeopleOfEveryTenantAndRatersWithFullTeamsOnly() {
        Nation nation = Nation.of(2, 300).and(1, 20);
        People people = People.of(nation, nation.all());
        assertEquals(List.of(1, 2, 3), people.all().stream().map(Person::tenant).distinct().toList());
        assertTrue(people.raters().stream()
                .allMatch(rater -> rater.member(Person.TEAM - 1).number() < nation.staffOf(rater.tenant())));
        assertEquals(1, people.raters().stream().filter(rater -> rater.tenant() == 3).count());
    }

    @Test
    void isRefusedWithoutAnybodyWhoRates() {
        assertThrows(IllegalArgumentException.class, () -> People.of(Nation.of(2, 12), List.of(1, 2)));
    }
}
