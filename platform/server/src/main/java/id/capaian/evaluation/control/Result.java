package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.Rating;
import id.capaian.evaluation.entity.Suggestion;
import id.capaian.extension.PackFault;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.Mark;
import id.capaian.plugin.api.Outcome;
import java.math.BigDecimal;

/**
 * What a pack made of one person, for a run that keeps it and for a trial that does not.
 *
 * @param outcome    null for a fault
 * @param reasonCode why there is no score; null when scored
 */
record Result(Suggestion.Outcome kind, Outcome outcome, String reasonCode) {

    /** Of an answer, which has both ratings when it is scored. */
    static Result of(Outcome outcome) {
        return outcome instanceof Outcome.NotScorable refused
                ? new Result(Suggestion.Outcome.NOT_SCORABLE, outcome, refused.reason().name())
                : new Result(Suggestion.Outcome.SCORED, outcome, null);
    }

    /** Of no answer. */
    static Result of(PackFault.Kind fault) {
        return new Result(Suggestion.Outcome.FAULT, null, fault.name());
    }

    /** Whether a pack is only busy or left alone for a while: nobody's own fault, so it is no result of anybody. */
    static boolean isForLater(PackFault fault) {
        return fault.kind() == PackFault.Kind.OVERLOADED || fault.kind() == PackFault.Kind.SUSPENDED;
    }

    /** Null unless scored. */
    Outcome.Scored scored() {
        return outcome instanceof Outcome.Scored scored ? scored : null;
    }

    /** Null unless it is not scorable. */
    LocalizedText reason() {
        return outcome instanceof Outcome.NotScorable refused ? refused.detail() : null;
    }

    /** Null unless scored. */
    Rating resultRating() {
        return scored() == null ? null : band(scored().result());
    }

    /** Null unless scored. */
    Rating behaviourRating() {
        return scored() == null ? null : band(scored().behaviour());
    }

    private static Rating band(BigDecimal score) {
        return Rating.valueOf(Mark.band(score).name());
    }
}
