package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.DryRunView;
import id.capaian.evaluation.boundary.RunAttention;
import id.capaian.evaluation.boundary.TrialInput;
import id.capaian.evaluation.control.ReadTrial.Frame;
import id.capaian.evaluation.control.ReadTrial.Names;
import id.capaian.evaluation.control.ReadTrial.Person;
import id.capaian.evaluation.entity.EvaluationRun.Frozen;
import id.capaian.evaluation.entity.PredicateMatrix;
import id.capaian.evaluation.entity.Rating;
import id.capaian.evaluation.entity.Suggestion;
import id.capaian.extension.Catalogue;
import id.capaian.extension.Lease;
import id.capaian.plugin.api.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Scores everybody of a period with a version of a pack, enabled or not, from the data as they are now. Reads page by
 * page, computes without a connection, and writes nothing but who looked at whom.
 */
@ApplicationScoped
public class DryRun {

    private static final int PAGE = 500;
    private static final int LISTED = 500;

    private final ReadTrial readTrial;
    private final Catalogue catalogue;
    private final TrialTurns turns;

    DryRun() {
        this(null, null, null);
    }

    @Inject
    DryRun(ReadTrial readTrial, Catalogue catalogue, TrialTurns turns) {
        this.readTrial = readTrial;
        this.catalogue = catalogue;
        this.turns = turns;
    }

    /**
     * Tries a pack.
     *
     * @throws id.capaian.kernel.problem.ProblemException NOT_FOUND, PACK_NOT_OFFERED, PACK_REFUSED, TRIAL_STOPPED,
     *         TRIAL_UNDER_WAY, INVALID_INPUT for parameters the pack refuses
     */
    public DryRunView run(TrialInput input, Locale locale) {
        return turns.alone(() -> found(input, locale));
    }

    private DryRunView found(TrialInput input, Locale locale) {
        Frame frame = readTrial.frame(input);
        Tally tally = new Tally();
        String formulaId;
        try (Lease lease = catalogue.leaseOfKept(input.packId(), input.version())) {
            Optional<Frozen> frozen = Trials.frozen(lease, input, frame.period(), locale);
            formulaId = frozen.map(Frozen::formulaId).orElse(null);
            frozen.ifPresent(what -> scoreAll(frame, what, lease, tally));
        }
        return view(input, frame, formulaId, tally);
    }

    private void scoreAll(Frame frame, Frozen frozen, Lease lease, Tally tally) {
        UUID after = null;
        List<ReadTrial.Subject> page;
        do {
            page = readTrial.people(frame, frozen, lease.descriptor(), after, PAGE);
            for (ReadTrial.Subject subject : page) {
                after = subject.person().evaluationId();
                if (subject.person().open()) {
                    tally.add(subject.person(), Trials.computed(lease, frozen, subject.input()));
                } else {
                    tally.leftOut++;
                }
            }
        } while (page.size() == PAGE);
    }

    private DryRunView view(TrialInput input, Frame frame, String formulaId, Tally tally) {
        Names names = readTrial.names(tally.missed.stream().map(missed -> missed.person().employeeId()).toList(),
                "evaluation.purpose.dry-run");
        return new DryRunView(input.packId(), input.version(), formulaId, frame.period().code(), frame.period().name(),
                frame.unitName(), tally.persons, tally.leftOut,
                tally.count(Suggestion.Outcome.SCORED),
                tally.count(Suggestion.Outcome.NOT_SCORABLE), tally.count(Suggestion.Outcome.FAULT), tally.cells(),
                tally.reasons(), tally.missed.stream().map(missed -> attention(missed, names)).toList());
    }

    private static RunAttention attention(Missed missed, Names names) {
        Person person = missed.person();
        return new RunAttention(person.evaluationId(), names.people().get(person.employeeId()),
                names.units().get(person.unitId()), missed.reason().kind().name(), missed.reason().code(),
                missed.reason().text());
    }

    /** Why somebody gets no suggestion. */
    private record Reason(Suggestion.Outcome kind, String code, LocalizedText text) {
    }

    /** Somebody who gets no suggestion. */
    private record Missed(Person person, Reason reason) {
    }

    /** Counts as people come by. */
    private static final class Tally {

        private int persons;
        private int leftOut;
        private final Map<Suggestion.Outcome, Integer> outcomes = new EnumMap<>(Suggestion.Outcome.class);
        private final Map<Rating, Map<Rating, Integer>> pairs = new EnumMap<>(Rating.class);
        private final Map<Reason, Integer> byReason = new LinkedHashMap<>();
        private final List<Missed> missed = new ArrayList<>();

        void add(Person person, Result result) {
            persons++;
            outcomes.merge(result.kind(), 1, Integer::sum);
            if (result.scored() != null) {
                pairs.computeIfAbsent(result.resultRating(), any -> new EnumMap<>(Rating.class))
                        .merge(result.behaviourRating(), 1, Integer::sum);
                return;
            }
            Reason reason = new Reason(result.kind(), result.reasonCode(), result.reason());
            byReason.merge(reason, 1, Integer::sum);
            if (missed.size() < LISTED) {
                missed.add(new Missed(person, reason));
            }
        }

        int count(Suggestion.Outcome outcome) {
            return outcomes.getOrDefault(outcome, 0);
        }

        List<DryRunView.RatingPair> cells() {
            List<DryRunView.RatingPair> cells = new ArrayList<>();
            pairs.forEach((result, row) -> row.forEach((behaviour, number) -> cells.add(new DryRunView.RatingPair(
                    result.name(), behaviour.name(), PredicateMatrix.of(result, behaviour).name(), number))));
            return cells;
        }

        List<DryRunView.MissedReason> reasons() {
            return byReason.entrySet().stream()
                    .sorted(Map.Entry.<Reason, Integer>comparingByValue(Comparator.reverseOrder()))
                    .map(entry -> new DryRunView.MissedReason(entry.getKey().kind().name(), entry.getKey().code(),
                            entry.getKey().text(), entry.getValue())).toList();
        }
    }
}
