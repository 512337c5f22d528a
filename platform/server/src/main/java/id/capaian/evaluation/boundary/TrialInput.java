package id.capaian.evaluation.boundary;

import java.util.UUID;

/**
 * What is to be tried on whom.
 *
 * @param packId     e.g. {@code region-samarinda}
 * @param version    e.g. {@code 1.1.0}
 * @param period     code or id; null for the one people work in now
 * @param unitId     the unit with everything below it; null for the whole government
 * @param parameters the region's own parameters, a flat JSON object in text
 */
public record TrialInput(String packId, String version, String period, UUID unitId, String parameters) {
}
