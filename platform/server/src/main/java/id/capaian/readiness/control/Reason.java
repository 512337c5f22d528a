package id.capaian.readiness.control;

import id.capaian.evaluation.Scorability;
import id.capaian.evaluation.Scorability.Said;
import java.util.List;

/**
 * Why somebody cannot be scored, or is on a list.
 *
 * @param code    a gap, or what {@link Scorability.Obstacle} says
 * @param detail  the formula's own words; null when there are none
 * @param remarks values that do not count, and why
 */
public record Reason(String code, Said detail, List<Said> remarks) {

    private static final String PACKS = "/paket";
    private static final String PLANS = "/skp/kelola";
    private static final String VALUES = "/impor?jenis=indicator-values";

    public Reason {
        remarks = List.copyOf(remarks);
    }

    static Reason of(Gap gap) {
        return new Reason(gap.name(), null, List.of());
    }

    /** Where it is mended, below the tenant's address. */
    public String path() {
        return switch (code) {
            case "NO_PLAN" -> "/skp/siapkan";
            case "PLAN_NOT_AGREED", "NO_INDICATORS" -> PLANS;
            case "NO_RATER" -> "/impor?jenis=rater-lines";
            case "NO_ACCOUNT" -> "/impor?jenis=people";
            case "NO_EVIDENCE", "OBJECTION" -> "/cari";
            case "DATA_QUALITY", "TOO_FEW", "RULE", "NO_VALUE" -> VALUES;
            default -> PACKS;
        };
    }
}
