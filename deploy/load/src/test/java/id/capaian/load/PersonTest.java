package id.capaian.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PersonTest {

    @Test
    void isRatedByWhomItIsAMemberOf() {
        Person rater = new Person(2, 7);
        for (int n = 0; n < Person.TEAM; n++) {
            assertEquals(rater, rater.member(n).rater());
        }
    }

    @Test
    void oneAloneHasNobodyAbove() {
        assertNull(new Person(1, 0).rater());
        assertEquals(new Person(1, 0), new Person(1, Person.TEAM).rater());
        assertEquals(new Person(1, 1), new Person(1, Person.TEAM + 1).rater());
    }

    @Test
    void sharesAUnitWithTheTeamAndNotWithTheRater() {
        Person rater = new Person(1, 3);
        assertEquals(rater.unitOfTeam(), rater.member(0).unit());
        assertEquals(rater.member(0).unit(), rater.member(Person.TEAM - 1).unit());
        assertNotEquals(rater.unit(), rater.member(0).unit());
    }

    @Test
    void noTwoIdsOfALargeTenantAreTheSame() {
        Set<UUID> ids = new HashSet<>();
        for (int number = 0; number < 2_000; number++) {
            Person person = new Person(1, number);
            for (Person.Kind kind : new Person.Kind[] {Person.Kind.EMPLOYEE, Person.Kind.PLAN}) {
                ids.add(person.own(kind));
            }
            for (int n = 0; n < PlanSize.MOST; n++) {
                ids.add(person.indicator(n));
                ids.add(person.entry(n));
            }
        }
        assertEquals(2_000 * (2 + 2 * PlanSize.MOST), ids.size());
    }
}
