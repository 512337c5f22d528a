package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.MoverView;
import id.capaian.evaluation.boundary.ReplayView;
import id.capaian.evaluation.boundary.TrialInput;
import id.capaian.evaluation.control.ReadTrial.Frame;
import id.capaian.evaluation.control.ReadTrial.Names;
import id.capaian.evaluation.control.ReadTrial.Stored;
import id.capaian.evaluation.entity.EvaluationRun.Frozen;
import id.capaian.extension.Catalogue;
import id.capaian.extension.Lease;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Computes the stored suggestions of a period, open or closed, again from their own inputs with another version of the
 * pack or other parameters, and says who would move and why. Reads page by page, computes without a connection, and
 * writes nothing but who looked at whom.
 */
@ApplicationScoped
public class Replay {

    private static final int PAGE = 500;

    private final ReadTrial readTrial;
    private final Catalogue catalogue;
    private final TrialTurns turns;

    Replay() {
        this(null, null, null);
    }

    @Inject
    Replay(ReadTrial readTrial, Catalogue catalogue, TrialTurns turns) {
        this.readTrial = readTrial;
        this.catalogue = catalogue;
        this.turns = turns;
    }

    /**
     * Which part of the list of movers is wanted.
     *
     * @param after       last one of the part before; null for the first part, whose counts are about everybody
     * @param most        at most so many
     * @param ratingsOnly without those of whom only the index moves
     */
    public record Part(UUID after, int most, boolean ratingsOnly) {
    }

    /**
     * Compares.
     *
     * @throws id.capaian.kernel.problem.ProblemException NOT_FOUND, PACK_NOT_OFFERED, PACK_REFUSED, TRIAL_STOPPED,
     *         TRIAL_UNDER_WAY, INVALID_INPUT for parameters the pack refuses
     */
    public ReplayView run(TrialInput input, Part part, Locale locale) {
        return turns.alone(() -> found(input, part, locale));
    }

    private ReplayView found(TrialInput input, Part part, Locale locale) {
        Frame frame = readTrial.frame(input);
        Comparison comparison = new Comparison(part);
        String formulaId;
        try (Lease lease = catalogue.leaseOfKept(input.packId(), input.version())) {
            Optional<Frozen> frozen = Trials.frozen(lease, input, frame.period(), locale);
            formulaId = frozen.map(Frozen::formulaId).orElse(null);
            frozen.ifPresent(what -> compareAll(frame, new ReplayInputs(what, lease.descriptor()), lease, comparison));
        }
        return view(input, frame, formulaId, comparison);
    }

    private void compareAll(Frame frame, ReplayInputs inputs, Lease lease, Comparison comparison) {
        UUID after = comparison.part().after();
        List<Stored> page;
        do {
            page = readTrial.stored(frame, after, PAGE);
            for (Stored stored : page) {
                after = stored.person().evaluationId();
                if (!stored.person().open()) {
                    comparison.leaveOut();
                } else if (stored.outcome() == null) {
                    comparison.addWithout();
                } else {
                    Result now = Trials.computed(lease, inputs.frozen(), inputs.of(stored.input()));
                    comparison.add(stored, now);
                }
                if (comparison.isEnough()) {
                    return;
                }
            }
        } while (page.size() == PAGE);
        comparison.unseen(inputs.unseen());
    }

    private ReplayView view(TrialInput input, Frame frame, String formulaId, Comparison comparison) {
        Names names = readTrial.names(comparison.movers().stream().map(mover -> mover.person().employeeId()).toList(),
                "evaluation.purpose.replay");
        List<MoverView> movers = comparison.movers().stream().map(mover -> new MoverView(mover.person().evaluationId(),
                names.people().get(mover.person().employeeId()), names.units().get(mover.person().unitId()),
                mover.before(), mover.after(), mover.why())).toList();
        return new ReplayView(input.packId(), input.version(), formulaId, frame.period().code(), frame.period().name(),
                frame.unitName(), comparison.part().after() == null, comparison.compared(), comparison.without(),
                comparison.leftOut(),
                comparison.ratingsMoved(), comparison.indexMoved(), comparison.sources(), comparison.unseen(),
                comparison.spread(), movers, comparison.next());
    }
}
