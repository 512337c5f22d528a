package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.RaterScore;
import id.capaian.evaluation.entity.Suggestion;
import id.capaian.extension.Catalogue;
import id.capaian.extension.Lease;
import id.capaian.extension.PackFault;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.plugin.api.Flag;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.Subject;
import id.capaian.plugin.engine.CanonicalInput;
import id.capaian.plugin.engine.CanonicalOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Figures about raters (regions.md 6): made when the caller's list is complete, that is when the last person is rated,
 * and before delivery. Reads, computes without holding a connection, writes; the same list makes no second figure. Where no
 * pack speaks about raters it costs nothing. A pack that fails keeps nobody from being told the result.
 */
@ApplicationScoped
public class ScoreRater {

    private static final Logger LOG = Logger.getLogger(ScoreRater.class.getName());

    private final ReadRaterList readRaterList;
    private final WriteRaterScore writeRaterScore;
    private final Catalogue catalogue;
    private final Caller caller;
    private final Clock clock;

    ScoreRater() {
        this(null, null, null, null, null);
    }

    @Inject
    ScoreRater(ReadRaterList readRaterList, WriteRaterScore writeRaterScore, Catalogue catalogue, Caller caller,
            Clock clock) {
        this.readRaterList = readRaterList;
        this.writeRaterScore = writeRaterScore;
        this.catalogue = catalogue;
        this.caller = caller;
        this.clock = clock;
    }

    /** The caller's list in the period of an evaluation, when it is complete; nothing when somebody else rates it. */
    public void listOf(UUID evaluationId) {
        score(() -> readRaterList.of(evaluationId));
    }

    /**
     * The caller's list in a period, when it is complete.
     *
     * @param codeOrId null or empty for the period people work in now
     */
    public void listIn(String codeOrId) {
        score(() -> readRaterList.in(codeOrId));
    }

    private void score(Supplier<Optional<RaterList>> complete) {
        if (!catalogue.speaksAbout(caller.tenant(), Subject.RATER)) {
            return;
        }
        try {
            complete.get().map(this::scored).ifPresent(writeRaterScore::write);
        } catch (ProblemException problem) {
            if (problem.problem() != Problem.PACK_NOT_READY) {
                throw problem;
            }
            LOG.log(Level.INFO, "A figure about a rater waits until its pack is ready: {0}", problem.getMessage());
        }
    }

    private RaterScore scored(RaterList list) {
        try (Lease lease = catalogue.lease(list.frozen().packId(), list.frozen().packVersion())) {
            Outcome outcome = lease.evaluate(list.frozen().formulaId(), list.input());
            boolean calibration = outcome.flags().stream().anyMatch(flag ->
                    flag.code() == Flag.Code.CALIBRATION_NEEDED);
            String explanation = CanonicalOutcome.write(outcome);
            return outcome instanceof Outcome.Scored scored
                    ? made(list, Suggestion.Outcome.SCORED, scored.index(), null, calibration, explanation)
                    : made(list, Suggestion.Outcome.NOT_SCORABLE, null,
                            ((Outcome.NotScorable) outcome).reason().name(), calibration, explanation);
        } catch (PackFault fault) {
            return made(list, Suggestion.Outcome.FAULT, null, fault.kind().name(), false, ScoreChunk.FAULT);
        }
    }

    private RaterScore made(RaterList list, Suggestion.Outcome outcome, BigDecimal index, String reasonCode,
            boolean calibration, String explanation) {
        String input = CanonicalInput.write(list.input());
        return new RaterScore(Ids.next(clock.millis()), list.periodId(), list.raterId(), outcome, index, reasonCode,
                calibration, explanation, input, CanonicalInput.sha256(input), list.frozen(), clock.instant());
    }
}
