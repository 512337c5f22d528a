package id.capaian.evaluation.entity;

/**
 * Capaian kinerja organisasi (domain.md 3.3). The top label differs from that of persons on purpose: Istimewa, not
 * Sangat Baik.
 */
public enum OrganisationAchievement {
    /** Istimewa. */
    EXCELLENT(Rating.ABOVE),
    /** Baik. */
    GOOD(Rating.MEETS),
    /** Butuh perbaikan. */
    NEEDS_IMPROVEMENT(Rating.BELOW),
    /** Kurang. */
    POOR(Rating.BELOW),
    /** Sangat kurang. */
    VERY_POOR(Rating.BELOW);

    private final Rating ratingOfItsHead;

    OrganisationAchievement(Rating ratingOfItsHead) {
        this.ratingOfItsHead = ratingOfItsHead;
    }

    /** What it means as rating of results for who leads the organisation: five steps become the three of a rating. */
    public Rating ratingOfItsHead() {
        return ratingOfItsHead;
    }
}
