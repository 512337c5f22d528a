package id.capaian.evaluation.boundary;

import java.util.UUID;

/**
 * How far a rater is with the people of a period, and who comes next after one of them, in the order of the names and
 * round to the first again.
 *
 * @param people       whom the rater rates
 * @param unmarked     whose seven values are not all marked and may be
 * @param unrated      whose ratings may be fixed and are not
 * @param nextUnmarked null when all are marked
 * @param nextUnrated  null when all who may be rated are
 */
public record QueueView(int people, int unmarked, int unrated, Next nextUnmarked, Next nextUnrated) {

    /** Somebody who waits. */
    public record Next(UUID evaluationId, String employeeName) {
    }
}
