package id.capaian.planning;

import java.util.UUID;

/**
 * A period is put away now, in this transaction, after which nothing in it can be changed, not even by whom an extension
 * was given to; who has a reason against it throws {@link PeriodUnfinished}, and it stays closed.
 *
 * @param code the tenant's name of it, e.g. 2026-Q4
 */
public record PeriodArchived(UUID periodId, String code) {
}
