package id.capaian.evaluation.boundary;

import java.util.UUID;

/**
 * A run to start.
 *
 * @param unitId the unit with everything below it; null for the whole government
 */
public record RunInput(UUID unitId) {
}
