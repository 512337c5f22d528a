package id.capaian.load.scenario;

import id.capaian.load.Nation;
import id.capaian.load.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/**
 * Who takes part in a scenario.
 *
 * @param all    everybody
 * @param raters those of them who rate a full team
 */
record People(List<Person> all, List<Person> raters) {

    private static final int MOST = 4_000;
    private static final int LEAST_EACH = 4;
    private static final int MOST_EACH = 200;

    /** The first people of some tenants, of each as many, together a few thousand. */
    static People of(Nation nation, List<Integer> tenants) {
        int each = Math.min(MOST_EACH, Math.max(LEAST_EACH, MOST / tenants.size()));
        return of(nation, tenants, tenant -> each);
    }

    /** The first people of all tenants, of each as many as it has staff, together a few thousand; one at least. */
    static People byStaff(Nation nation) {
        return of(nation, nation.all(),
                tenant -> Math.max(1, (int) ((long) MOST * nation.staffOf(tenant) / nation.people())));
    }

    private static People of(Nation nation, List<Integer> tenants, IntUnaryOperator many) {
        List<Person> all = new ArrayList<>();
        List<Person> raters = new ArrayList<>();
        for (int tenant : tenants) {
            int staff = nation.staffOf(tenant);
            for (int number = 0; number < Math.min(many.applyAsInt(tenant), staff); number++) {
                Person person = new Person(tenant, number);
                all.add(person);
                if (person.member(Person.TEAM - 1).number() < staff) {
                    raters.add(person);
                }
            }
        }
        if (raters.isEmpty()) {
            throw new IllegalArgumentException("nobody in these tenants rates a team of " + Person.TEAM);
        }
        return new People(List.copyOf(all), List.copyOf(raters));
    }

    Person any(SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }

    Person anyRater(SplittableRandom random) {
        return raters.get(random.nextInt(raters.size()));
    }
}
