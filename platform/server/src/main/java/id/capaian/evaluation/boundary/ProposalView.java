package id.capaian.evaluation.boundary;

/**
 * The ratings proposed to the rater now: departing from one needs a reason.
 *
 * @param result           ABOVE, MEETS or BELOW; null when nothing is proposed
 * @param behaviour        the same for behaviour
 * @param fromOrganisation the organisation's achievement that stands in for the result of who leads it; null otherwise
 */
public record ProposalView(String result, String behaviour, String fromOrganisation) {
}
