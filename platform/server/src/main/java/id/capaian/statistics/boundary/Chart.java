package id.capaian.statistics.boundary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Geometry of the bar chart: how the evaluated persons of each area divide among the predicates. Units are those of the
 * drawing, which is {@link #WIDTH} wide.
 *
 * @param height whole height
 * @param groups one for each predicate, best first
 */
public record Chart(int height, List<Group> groups) {

    public static final int WIDTH = 320;

    /** More areas side by side would be a league table nobody can read on a phone; the table has them all. */
    private static final int MOST_AREAS = 5;
    private static final BigDecimal LONGEST_BAR = BigDecimal.valueOf(240);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int HEADING = 24;
    private static final int LINE = 38;
    private static final int GAP = 12;

    /** Bars of one predicate; y is the base line of its heading. */
    public record Group(String category, int y, List<Bar> bars) {
    }

    /** One area's bar; y is the base line of its label, length is null when the figure is hidden. */
    public record Bar(AreaView area, FigureView figure, int y, BigDecimal length) {

        /** Where the value is written. */
        public BigDecimal end() {
            return length == null ? BigDecimal.ZERO : length.add(BigDecimal.valueOf(6));
        }
    }

    /**
     * The parts, while they are few; otherwise the whole alone.
     *
     * @param areas parts of an area, the area itself last; may be empty
     */
    static Chart of(List<AreaView> areas, List<String> categories) {
        int parts = Math.max(areas.size() - 1, 0);
        List<AreaView> drawn = parts <= MOST_AREAS ? areas.subList(0, parts) : areas.subList(parts, areas.size());
        List<Group> groups = new ArrayList<>();
        int y = 0;
        for (String category : categories) {
            groups.add(group(category, y + HEADING - GAP / 2, drawn));
            y += HEADING + drawn.size() * LINE + GAP;
        }
        return new Chart(y, groups);
    }

    private static Group group(String category, int y, List<AreaView> areas) {
        List<Bar> bars = new ArrayList<>();
        for (AreaView area : areas) {
            FigureView figure = area.figure("PREDICATE", category);
            bars.add(new Bar(area, figure, y + GAP / 2 + HEADING / 2 + bars.size() * LINE, length(figure)));
        }
        return new Group(category, y, bars);
    }

    private static BigDecimal length(FigureView figure) {
        return figure == null || figure.share() == null ? null
                : figure.share().multiply(LONGEST_BAR).divide(HUNDRED, 1, RoundingMode.HALF_UP);
    }
}
