package id.capaian.readiness.boundary;

import id.capaian.kernel.page.Option;
import id.capaian.kernel.page.Turn;
import id.capaian.readiness.control.Found;
import id.capaian.readiness.control.Gap;
import id.capaian.readiness.control.ReadReadiness.Frame;
import id.capaian.readiness.control.Reason;
import id.capaian.readiness.control.UnitState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the page shows.
 *
 * @param units   the units on this page
 * @param totals  people with each gap in all units looked at
 * @param staff   people in all units looked at
 * @param filter  whom the list is of; null for those who cannot be scored
 * @param turn    where the units go on; null when there is one page of them
 * @param options units to choose from
 */
public record ReadinessPageView(Frame frame, List<UnitState> units, Map<Gap, Integer> totals, int staff, Gap filter,
        Found found, Turn turn, List<Option> options) {

    private static final Set<String> OWN_WORDS = Set.of("NO_RATER", "NO_ACCOUNT", "NO_PLAN", "PLAN_NOT_AGREED",
            "NO_VALUE", "NO_EVIDENCE", "OBJECTION", "NO_PACK", "PACK_NOT_READY");

    /** Address of this page with another list or unit, below the tenant's. */
    public String address(Gap gap, UUID unitId) {
        return "/kesiapan?" + query(gap, unitId);
    }

    /** Address where the list goes on. */
    public String next() {
        return address(filter, unitId()) + "&sesudah=" + found.next();
    }

    /** Address of the list as a sheet. */
    public String download() {
        return "/kesiapan/unduh?" + query(filter, unitId());
    }

    private String query(Gap gap, UUID unitId) {
        return "periode=" + frame.period().code() + (unitId == null ? "" : "&unit=" + unitId)
                + (gap == null ? "" : "&saring=" + gap);
    }

    /** Null for all units. */
    public UUID unitId() {
        return frame.unit() == null ? null : frame.unit().orgUnitId();
    }

    public List<Option> periods() {
        return frame.periods().stream().map(period -> new Option(period.code(), period.name())).toList();
    }

    /** Key of the words for a reason that has none of its own. */
    public static String key(Reason reason) {
        return "readiness.reason." + (OWN_WORDS.contains(reason.code()) ? reason.code() : "FAULT");
    }
}
