/**
 * A write that is sent twice happens once: the first answer is kept under the caller's key for a week and given again.
 */
package id.capaian.kernel.idempotency;
