package id.capaian.statistics.boundary;

import java.time.Instant;
import java.util.List;

/**
 * National figures of a period.
 *
 * @param period        its code; null when nothing was ever published
 * @param periods       codes of all periods with figures, latest first
 * @param asOf          when a tenant published last; null when none did
 * @param tenantCount   how many tenants have published
 * @param smallestGroup fewest persons a shown figure may stand for
 * @param areas         governments, then provinces, then the nation
 */
public record SummaryView(String period, List<String> periods, Instant asOf, int tenantCount, int smallestGroup,
        List<AreaView> areas, List<DefinitionView> definitions) {
}
