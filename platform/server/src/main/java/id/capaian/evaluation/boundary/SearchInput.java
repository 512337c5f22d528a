package id.capaian.evaluation.boundary;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Which evaluations the agency looks for; whatever is null does not matter.
 *
 * @param text   part of the name, or the beginning of the NIP or NI PPPK
 * @param unitId unit, with everything below it
 * @param status constant of the state machine
 * @param period code or id
 * @param page   1 for the first; null likewise
 */
public record SearchInput(@Size(max = 100) String text, UUID unitId, String status, String period,
        @Min(1) @Max(1_000_000) Integer page) {
}
