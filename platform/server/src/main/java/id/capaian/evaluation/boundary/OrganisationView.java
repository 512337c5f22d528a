package id.capaian.evaluation.boundary;

import java.util.List;
import java.util.UUID;

/** Units the caller may see, with what they achieved in a period. */
public record OrganisationView(UUID periodId, String periodCode, String periodName, List<OrganisationRow> units) {
}
