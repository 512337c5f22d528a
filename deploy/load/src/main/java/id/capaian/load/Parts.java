package id.capaian.load;

import id.capaian.load.scenario.Scenarios;
import java.util.List;
import java.util.stream.Stream;

/** All parts, in the order they are measured in. */
final class Parts {

    private Parts() {
    }

    /**
     * Those that measure single requests come first: they need the nation as it was generated.
     *
     * @param minutes how long the ordinary hour is
     */
    static List<Part> all(Bench bench, int minutes) {
        return Stream.concat(Stream.of(new Requests(bench), new NationalSummary(bench), new Container(bench),
                new Scale(bench), new Memory(bench), new Starts(bench)), Scenarios.all(minutes).stream()).toList();
    }

    /** What the command line calls them. */
    static List<String> names() {
        return all(null, 1).stream().map(Part::name).toList();
    }
}
