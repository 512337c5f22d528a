package id.capaian.planning.control;

import java.util.UUID;

/**
 * What a caller asked for under an idempotency key; only its hash is kept.
 *
 * @param act     name of the act
 * @param subject the plan, period, post or unit it is about; null when it is about none
 * @param version version the caller saw; 0 when there is none
 * @param input   the rest of the request; may be null
 */
record Asked(String act, UUID subject, long version, Object input) {
}
