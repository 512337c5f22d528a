package id.capaian.local.demo;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Names of invented people: a first and a second one of a small list; none twice in a government. */
final class Names {

    private final List<Table.Row> rows;
    private final String tenant;
    private final Set<String> taken = new HashSet<>();

    /** @param tenant whose own second names are taken beside everybody's */
    Names(Path file, String tenant) {
        this.rows = Table.read(file);
        this.tenant = tenant;
    }

    /** Remembers a name that is given. */
    void take(String name) {
        taken.add(name);
    }

    /**
     * A new one.
     *
     * @param sex L or P
     */
    String next(String sex, Random dice) {
        List<String> first = of("depan", sex);
        List<String> second = of("belakang", sex);
        String name;
        do {
            name = first.get(dice.nextInt(first.size())) + " " + second.get(dice.nextInt(second.size()));
        } while (!taken.add(name));
        return name;
    }

    private List<String> of(String place, String sex) {
        return rows.stream().filter(row -> row.text("letak").equals(place))
                .filter(row -> !row.has("jenis_kelamin") || row.text("jenis_kelamin").equals(sex))
                .filter(row -> !row.has("tenant") || row.text("tenant").equals(tenant))
                .flatMap(row -> row.list("nama").stream()).toList();
    }
}
