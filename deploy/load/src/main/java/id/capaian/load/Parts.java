package id.capaian.load;

import java.util.List;

/** All parts, in the order they are measured in. */
final class Parts {

    /** By name, as the command line and {@link #all} have them. */
    static final List<String> NAMES =
            List.of("requests", "national", "container", "scale", "memory", "starts");

    private Parts() {
    }

    /** Those that measure single requests come first: they need the nation as it was generated. */
    static List<Part> all(Bench bench, Options options) {
        return List.of(new Requests(bench, options.profile()), new NationalSummary(bench), new Container(bench),
                new Scale(bench), new Memory(bench), new Starts(bench));
    }
}
