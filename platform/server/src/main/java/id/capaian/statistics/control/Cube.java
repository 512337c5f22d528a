package id.capaian.statistics.control;

import java.util.List;

/**
 * National figures of a period.
 *
 * @param periods       codes of all periods there are figures of, latest first
 * @param period        the one shown; null when there is none at all
 * @param cells         its figures by level, area, measure and category
 * @param smallestGroup fewest persons a shown figure may stand for
 */
public record Cube(List<String> periods, String period, List<CubeCell> cells, int smallestGroup) {
}
