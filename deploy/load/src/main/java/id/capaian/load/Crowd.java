package id.capaian.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Who sends requests. Two clients never act for the same person, so no two writes meet. */
record Crowd(List<Person> people) {

    private static final long SEED = 20_261_128;

    Crowd {
        // So that every client has people of every tenant, the same ones each time.
        List<Person> mixed = new ArrayList<>(people);
        Collections.shuffle(mixed, new Random(SEED));
        people = List.copyOf(mixed);
    }

    /** The first people of some tenants, of each so many. */
    static Crowd first(List<Integer> tenants, int each) {
        List<Person> people = new ArrayList<>();
        for (int tenant : tenants) {
            for (int number = 0; number < each; number++) {
                people.add(new Person(tenant, number));
            }
        }
        return new Crowd(people);
    }

    /** People evenly taken out of all of some tenants: of each so many, or everybody where there are fewer. */
    static Crowd across(Nation nation, List<Integer> tenants, int each) {
        List<Person> people = new ArrayList<>();
        for (int tenant : tenants) {
            int staff = nation.staffOf(tenant);
            int count = Math.min(each, staff);
            for (int i = 0; i < count; i++) {
                people.add(new Person(tenant, (int) ((long) i * staff / count)));
            }
        }
        return new Crowd(people);
    }

    /** One of the people that client number {@code client} of so many acts for, each as often as another of them. */
    Person any(int client, int clients, SplittableRandom random) {
        int own = (people.size() - client + clients - 1) / clients;
        return people.get(client + clients * random.nextInt(own));
    }
}
