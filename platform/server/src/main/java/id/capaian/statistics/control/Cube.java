package id.capaian.statistics.control;

import java.util.List;

/**
 * Figures of the nation or of a province in a period.
 *
 * @param periods       codes of all periods there are figures of, latest first
 * @param period        the one shown; null when there is none at all
 * @param areaCode      {@link #NATION} or the province's Kemendagri code
 * @param areaName      its name
 * @param cells         figures of the areas it is made of (provinces; governments), then its own; each by measure and
 *                      category. Empty when nothing of it was published in that period
 * @param smallestGroup fewest persons a shown figure may stand for
 */
public record Cube(List<String> periods, String period, String areaCode, String areaName, List<CubeCell> cells,
        int smallestGroup) {

    /** Code of the nation. */
    public static final String NATION = "ID";
}
