package id.capaian.load;

import java.util.List;

/** All parts, in the order they are measured in. */
final class Parts {

    private Parts() {
    }

    /** Those that measure single requests come first: they need the nation as it was generated. */
    static List<Part> all(Bench bench, boolean profile) {
        return List.of(new Requests(bench, profile), new NationalSummary(bench), new Container(bench),
                new Scale(bench), new Memory(bench), new Starts(bench));
    }

    /** What the command line calls them. */
    static List<String> names() {
        return all(null, false).stream().map(Part::name).toList();
    }
}
