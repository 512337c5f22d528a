package id.capaian.evaluation.boundary;

/**
 * What a unit achieved.
 *
 * @param achievement EXCELLENT, GOOD, NEEDS_IMPROVEMENT, POOR or VERY_POOR
 * @param reason      always needed
 */
public record OrganisationInput(String achievement, String reason) {
}
