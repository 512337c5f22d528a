package id.capaian.evaluation.boundary;

import java.util.List;
import java.util.UUID;

/** Documents that are offered with a result. */
public record DocumentsView(UUID evaluationId, List<DocumentRow> documents) {
}
