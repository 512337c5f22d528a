package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.MoverView.MoverSide;
import id.capaian.evaluation.boundary.MoverView.StepChange;
import id.capaian.evaluation.boundary.ReplayView.RatingSpread;
import id.capaian.evaluation.control.ReadTrial.Person;
import id.capaian.evaluation.control.ReadTrial.Stored;
import id.capaian.evaluation.entity.Rating;
import id.capaian.evaluation.entity.Suggestion;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.Step;
import id.capaian.plugin.engine.CanonicalOutcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts and lists who moves, as people come by. Steps are looked at only of those who are listed. */
final class Comparison {

    private static final String NONE = "NONE";

    private final Replay.Part part;
    private final List<Mover> movers = new ArrayList<>();
    private final Map<String, int[]> spread = new HashMap<>();
    private final TreeSet<String> sources = new TreeSet<>();
    private List<String> unseen = List.of();
    private UUID next;
    private int leftOut;
    private int compared;
    private int without;
    private int ratingsMoved;
    private int indexMoved;

    Comparison(Replay.Part part) {
        this.part = part;
    }

    /** Somebody who moves. */
    record Mover(Person person, MoverSide before, MoverSide after, StepChange why) {
    }

    /** The caller, whose own suggestion is not delivered yet. */
    void leaveOut() {
        leftOut++;
    }

    void addWithout() {
        without++;
    }

    void add(Stored stored, Result now) {
        compared++;
        sources.add(stored.source());
        count(stored, now);
        boolean ratings = stored.isScored() != (now.kind() == Suggestion.Outcome.SCORED)
                || stored.resultRating() != now.resultRating() || stored.behaviourRating() != now.behaviourRating();
        boolean index = !same(stored.index(), now.scored() == null ? null : now.scored().index());
        if (ratings) {
            ratingsMoved++;
        } else if (index) {
            indexMoved++;
        }
        if (ratings || index && !part.ratingsOnly()) {
            list(stored, now);
        }
    }

    private void count(Stored stored, Result now) {
        row(stored.resultRating())[0]++;
        row(now.resultRating())[1]++;
        row(stored.behaviourRating())[2]++;
        row(now.behaviourRating())[3]++;
    }

    private int[] row(Rating rating) {
        return spread.computeIfAbsent(rating == null ? NONE : rating.name(), any -> new int[4]);
    }

    private void list(Stored stored, Result now) {
        if (movers.size() < part.most()) {
            movers.add(mover(stored, now));
        } else if (next == null) {
            next = movers.get(movers.size() - 1).person().evaluationId();
        }
    }

    /** Whether a later part has all it lists; the first part goes on to count everybody. */
    boolean isEnough() {
        return part.after() != null && next != null;
    }

    private static Mover mover(Stored stored, Result now) {
        Outcome was = stored.outcome() == Suggestion.Outcome.FAULT ? null : CanonicalOutcome.read(stored.explanation());
        LocalizedText reason = was instanceof Outcome.NotScorable refused ? refused.detail() : null;
        MoverSide before = new MoverSide(stored.outcome().name(), stored.result(), stored.behaviour(), stored.index(),
                name(stored.resultRating()), name(stored.behaviourRating()), stored.reasonCode(), reason);
        Outcome.Scored scored = now.scored();
        MoverSide after = new MoverSide(now.kind().name(), scored == null ? null : scored.result(),
                scored == null ? null : scored.behaviour(), scored == null ? null : scored.index(),
                name(now.resultRating()), name(now.behaviourRating()), now.reasonCode(), now.reason());
        return new Mover(stored.person(), before, after, firstDifference(steps(was), steps(now.outcome())));
    }

    private static List<Step> steps(Outcome outcome) {
        return outcome == null ? List.of() : outcome.steps();
    }

    /** In the order of the new calculation; steps it has no more come last. */
    private static StepChange firstDifference(List<Step> was, List<Step> is) {
        Map<String, Step> before = was.stream().collect(Collectors.toMap(Step::name, Function.identity()));
        Map<String, Step> after = is.stream().collect(Collectors.toMap(Step::name, Function.identity()));
        return Stream.concat(is.stream(), was.stream().filter(step -> !after.containsKey(step.name())))
                .filter(step -> !same(value(before.get(step.name())), value(after.get(step.name())))).findFirst()
                .map(step -> new StepChange(step.name(), step.label(), step.unit(), value(before.get(step.name())),
                        value(after.get(step.name())))).orElse(null);
    }

    private static BigDecimal value(Step step) {
        return step == null ? null : step.value();
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? Objects.equals(one, other) : one.compareTo(other) == 0;
    }

    private static String name(Rating rating) {
        return rating == null ? null : rating.name();
    }

    void unseen(List<String> codes) {
        unseen = List.copyOf(codes);
    }

    Replay.Part part() {
        return part;
    }

    int leftOut() {
        return leftOut;
    }

    int compared() {
        return compared;
    }

    int without() {
        return without;
    }

    int ratingsMoved() {
        return ratingsMoved;
    }

    int indexMoved() {
        return indexMoved;
    }

    List<Mover> movers() {
        return movers;
    }

    List<String> sources() {
        return List.copyOf(sources);
    }

    List<String> unseen() {
        return unseen;
    }

    /** Best rating first, none last. */
    List<RatingSpread> spread() {
        return Stream.concat(Stream.of(Rating.values()).map(Rating::name), Stream.of(NONE)).map(rating -> {
            int[] row = spread.getOrDefault(rating, new int[4]);
            return new RatingSpread(rating, row[0], row[1], row[2], row[3]);
        }).toList();
    }

    /** Null when nobody comes after. */
    UUID next() {
        return next;
    }
}
