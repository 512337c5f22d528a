/**
 * What a region pack and the platform say to each other: records in, records out, nothing else.
 *
 * <p>Pure by rule: no I/O, no clock, no threads, no database. Every number that judges a person is a
 * {@link java.math.BigDecimal}; every named step of a formula is rounded HALF_UP to two decimals and the rounded
 * value is carried on. The arithmetic all packs share is in {@link id.capaian.plugin.api.Kernel}.
 *
 * <p>Callers: packs, the formula engine, and the few rooms of the server that build inputs and store outcomes.
 */
@NullMarked
package id.capaian.plugin.api;

import org.jspecify.annotations.NullMarked;
