package id.capaian.registry.control;

import java.time.Instant;

/**
 * One step of an order.
 *
 * @param step  name of the step
 * @param state WAITING, RUNNING, DONE or FAILED
 * @param said  what was done, one line each; of FAILED what went wrong; may be null
 */
public record OrderStep(String step, String state, String said, Instant startedAt, Instant endedAt) {
}
