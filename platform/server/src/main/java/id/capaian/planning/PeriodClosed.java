package id.capaian.planning;

import java.util.UUID;

/**
 * A period closes now, in this transaction; who has a reason against it throws {@link PeriodUnfinished}, and it stays
 * open.
 *
 * @param code the tenant's name of it, e.g. 2026-Q4
 */
public record PeriodClosed(UUID periodId, String code) {
}
