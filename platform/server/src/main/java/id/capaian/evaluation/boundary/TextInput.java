package id.capaian.evaluation.boundary;

/**
 * A text that an act needs: the note of a return, the reasons of an objection, the rater's explanation, the number of
 * the order that reopens, why a unit departs from the pattern of distribution.
 */
public record TextInput(String text) {
}
