package id.capaian.statistics.boundary;

import id.capaian.statistics.control.Cube;
import java.time.Instant;
import java.util.List;

/**
 * Figures of the nation or of a province in a period.
 *
 * @param period        its code; null when nothing was ever published
 * @param periods       codes of all periods with figures, latest first
 * @param areaCode      ID for the nation, else the province's Kemendagri code
 * @param areaName      its name
 * @param asOf          the newest of these figures is of this moment; null when there are none
 * @param tenantCount   how many tenants of the area have published
 * @param smallestGroup fewest persons a shown figure may stand for
 * @param areas         what the area is made of by code, then the area itself: provinces and the nation, or governments
 *                      and their province; empty when nothing of it was published
 */
public record SummaryView(String period, List<String> periods, String areaCode, String areaName, Instant asOf,
        int tenantCount, int smallestGroup, List<AreaView> areas, List<DefinitionView> definitions) {

    /** Whether it is about a province and no longer about the nation. */
    public boolean ofProvince() {
        return !areaCode.equals(Cube.NATION);
    }
}
