package id.capaian.plugin.api;

import java.math.BigDecimal;

/**
 * A rating against expectation: of one value of conduct, or the band of a suggestion.
 *
 * <p>Example: {@code Mark.band(new BigDecimal("94.05"))} is {@link #MEETS}.
 */
public enum Mark {
    /** Di atas ekspektasi; 120 points. */
    ABOVE(new BigDecimal("120"), new LocalizedText("Di atas ekspektasi", "Above expectation")),
    /** Sesuai ekspektasi; 100 points. */
    MEETS(new BigDecimal("100"), new LocalizedText("Sesuai ekspektasi", "Meets expectation")),
    /** Di bawah ekspektasi; 60 points. */
    BELOW(new BigDecimal("60"), new LocalizedText("Di bawah ekspektasi", "Below expectation"));

    private static final BigDecimal ABOVE_FROM = new BigDecimal("110.00");
    private static final BigDecimal MEETS_FROM = new BigDecimal("90.00");

    private final BigDecimal points;
    private final LocalizedText label;

    Mark(BigDecimal points, LocalizedText label) {
        this.points = points;
        this.label = label;
    }

    /** Points of a value of conduct marked so, 0..120. */
    public BigDecimal points() {
        return points;
    }

    /** The mark's name as people see it. */
    public LocalizedText label() {
        return label;
    }

    /**
     * The band of a suggested score: from 110.00 ABOVE, from 90.00 MEETS, below BELOW.
     *
     * @param score rounded to two decimals already; it is compared as it is
     */
    public static Mark band(BigDecimal score) {
        if (score.compareTo(ABOVE_FROM) >= 0) {
            return ABOVE;
        }
        return score.compareTo(MEETS_FROM) >= 0 ? MEETS : BELOW;
    }
}
