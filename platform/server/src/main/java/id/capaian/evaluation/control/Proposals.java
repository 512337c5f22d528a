package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.Evaluation;
import id.capaian.evaluation.entity.OrganisationAchievement;
import id.capaian.evaluation.entity.OrganisationPredicate;
import id.capaian.evaluation.entity.Proposal;
import id.capaian.evaluation.entity.Suggestion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** What is proposed to the rater of an evaluation now. */
@ApplicationScoped
class Proposals {

    private final SuggestionSql suggestions;
    private final Dossiers dossiers;
    private final Standing standing;

    Proposals() {
        this(null, null, null);
    }

    @Inject
    Proposals(SuggestionSql suggestions, Dossiers dossiers, Standing standing) {
        this.suggestions = suggestions;
        this.dossiers = dossiers;
        this.standing = standing;
    }

    /** The newest suggestion's ratings; for who leads the unit, its achievement in place of the result's. */
    Proposal of(Evaluation evaluation) {
        Proposal suggested = suggestions.newest(evaluation.id()).map(Suggestion::proposal).orElse(Proposal.NONE);
        return achievementOfOwnUnit(evaluation).map(suggested::ledBy).orElse(suggested);
    }

    /** What the unit achieved when the person leads it and it is fixed; empty for everybody else. */
    Optional<OrganisationAchievement> achievementOfOwnUnit(Evaluation evaluation) {
        if (!standing.leads(evaluation.employeeId(), evaluation.unitId())) {
            return Optional.empty();
        }
        return dossiers.organisation(evaluation.periodId(), evaluation.unitId())
                .filter(OrganisationPredicate::isFixed).map(OrganisationPredicate::achievement);
    }
}
