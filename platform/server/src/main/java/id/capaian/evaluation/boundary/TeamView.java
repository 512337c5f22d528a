package id.capaian.evaluation.boundary;

import java.util.List;
import java.util.UUID;

/** A rater's people in a period, in the order of their names. */
public record TeamView(UUID periodId, String periodCode, String periodName, List<TeamRow> people) {
}
