package id.capaian.evaluation.boundary;

import jakarta.validation.constraints.Size;

/**
 * Who rates, or decides, in place of who did.
 *
 * @param rater    NIP or NI PPPK of the new rater, or the key of an official; null when the rater stays
 * @param superior the same of the rater's superior
 * @param order    number of the letter, or the reason
 */
public record PartiesInput(@Size(max = 40) String rater, @Size(max = 40) String superior,
        @Size(max = 400) String order) {
}
