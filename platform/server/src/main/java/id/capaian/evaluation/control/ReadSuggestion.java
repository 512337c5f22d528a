package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.SuggestionView;
import id.capaian.evaluation.entity.Suggestion;
import id.capaian.kernel.audit.AccessLog;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import java.util.UUID;

/** A stored suggestion with all it was computed from, for computing it again. */
@TenantUseCase
public class ReadSuggestion {

    private final SuggestionSql suggestions;
    private final Dossiers dossiers;
    private final Viewing viewing;
    private final AccessLog accessLog;

    ReadSuggestion() {
        this(null, null, null, null);
    }

    @Inject
    ReadSuggestion(SuggestionSql suggestions, Dossiers dossiers, Viewing viewing, AccessLog accessLog) {
        this.suggestions = suggestions;
        this.dossiers = dossiers;
        this.viewing = viewing;
        this.accessLog = accessLog;
    }

    /** Row and view of a suggestion. */
    public record Stored(Suggestion suggestion, SuggestionView view) {
    }

    /** @throws ProblemException NOT_FOUND */
    public Stored read(UUID suggestionId) {
        Suggestion suggestion = suggestions.find(suggestionId)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        accessLog.read(dossiers.find(suggestion.evaluationId()).employeeId(), "evaluation.purpose.recompute");
        return new Stored(suggestion, viewing.view(suggestion));
    }
}
