package id.capaian.evaluation.entity;

import static id.capaian.evaluation.entity.Predicate.GOOD;
import static id.capaian.evaluation.entity.Predicate.NEEDS_IMPROVEMENT;
import static id.capaian.evaluation.entity.Predicate.POOR;
import static id.capaian.evaluation.entity.Predicate.VERY_GOOD;
import static id.capaian.evaluation.entity.Predicate.VERY_POOR;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The nine cells of "kuadran kinerja pegawai" (domain.md 3.3). A table on purpose, never arithmetic: an application in
 * the field took the greater of two numbers and praised people whose behaviour was below expectation.
 */
public final class PredicateMatrix {

    private static final Map<Rating, Map<Rating, Predicate>> BY_RESULT_THEN_BEHAVIOUR = new EnumMap<>(Map.of(
            //                               behaviour BELOW, MEETS, ABOVE
            Rating.ABOVE, row(POOR, GOOD, VERY_GOOD),
            Rating.MEETS, row(POOR, GOOD, GOOD),
            Rating.BELOW, row(VERY_POOR, NEEDS_IMPROVEMENT, NEEDS_IMPROVEMENT)));

    private PredicateMatrix() {
    }

    /** The predicate of two ratings; both must be given. */
    public static Predicate of(Rating result, Rating behaviour) {
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(behaviour, "behaviour");
        return BY_RESULT_THEN_BEHAVIOUR.get(result).get(behaviour);
    }

    private static Map<Rating, Predicate> row(Predicate below, Predicate meets, Predicate above) {
        return new EnumMap<>(Map.of(Rating.BELOW, below, Rating.MEETS, meets, Rating.ABOVE, above));
    }
}
