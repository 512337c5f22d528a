package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.SuggestionView;
import id.capaian.evaluation.entity.EvaluationStatus;
import id.capaian.extension.Catalogue;
import id.capaian.extension.Lease;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.plugin.api.Document;
import id.capaian.plugin.api.Mark;
import id.capaian.plugin.api.PackDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The documents a pack offers with a result that was told, from the very version of the pack the score was made with, so
 * that they read the same years later. For who may see the result.
 */
@ApplicationScoped
public class ReadDocuments {

    private final ReadEvaluations readEvaluations;
    private final Catalogue catalogue;

    ReadDocuments() {
        this(null, null);
    }

    @Inject
    ReadDocuments(ReadEvaluations readEvaluations, Catalogue catalogue) {
        this.readEvaluations = readEvaluations;
        this.catalogue = catalogue;
    }

    /**
     * Documents with the result they are about.
     *
     * @param pack the version of the pack that brought them; null when there is no score of a pack, or nobody was told
     */
    public record Offered(EvaluationView evaluation, PackDescriptor pack, List<Document> documents) {
    }

    /** Whether there can be any: the result was told, and a pack made its score, of the marks that were told. */
    public static boolean areDue(EvaluationView evaluation) {
        return EvaluationStatus.valueOf(evaluation.status()).isKnownToThePerson()
                && evaluation.suggestion() != null && evaluation.suggestion().indexScore() != null
                && !evaluation.suggestion().outdated();
    }

    /**
     * What is offered with a result that was read already; fetches nothing.
     *
     * @return empty when this node does not work with that version of the pack any more; {@link #of} fetches it
     */
    public Optional<List<Document>> atHand(EvaluationView evaluation) {
        SuggestionView suggestion = evaluation.suggestion();
        return catalogue.descriptor(suggestion.packId(), suggestion.packVersion())
                .map(pack -> offered(evaluation, pack));
    }

    /**
     * What is offered with a result. Not to be called inside a use case.
     *
     * @throws ProblemException NOT_FOUND, FORBIDDEN for who may not see the result, {@link Problem#PACK_REFUSED} when
     *                          the pack of then does not pass today's checks
     */
    public Offered of(UUID evaluationId) {
        return offered(readEvaluations.read(evaluationId));
    }

    /**
     * The same with one document only; opening somebody else's is noted.
     *
     * @throws ProblemException as {@link #of}, and NOT_FOUND when the document is not offered with this result
     */
    public Offered one(UUID evaluationId, String documentId) {
        Offered all = offered(readEvaluations.readForDocument(evaluationId));
        Document found = all.documents().stream().filter(document -> document.id().equals(documentId)).findFirst()
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        return new Offered(all.evaluation(), all.pack(), List.of(found));
    }

    private Offered offered(EvaluationView evaluation) {
        if (!areDue(evaluation)) {
            return new Offered(evaluation, null, List.of());
        }
        PackDescriptor pack = pack(evaluation.suggestion());
        return new Offered(evaluation, pack, offered(evaluation, pack));
    }

    private PackDescriptor pack(SuggestionView suggestion) {
        Optional<PackDescriptor> known = catalogue.descriptor(suggestion.packId(), suggestion.packVersion());
        if (known.isPresent()) {
            return known.get();
        }
        try (Lease kept = catalogue.leaseOfKept(suggestion.packId(), suggestion.packVersion())) {
            return kept.descriptor();
        }
    }

    private static List<Document> offered(EvaluationView evaluation, PackDescriptor pack) {
        Mark result = Mark.valueOf(evaluation.resultRating());
        Mark behaviour = Mark.valueOf(evaluation.behaviourRating());
        return pack.newestDocuments().stream().filter(document -> document.offer()
                .holds(evaluation.suggestion().explanation().flags(), result, behaviour)).toList();
    }
}
