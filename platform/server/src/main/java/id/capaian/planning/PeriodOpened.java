package id.capaian.planning;

import java.util.UUID;

/** A period opened, in this transaction: what was prepared for it begins. */
public record PeriodOpened(UUID periodId) {
}
