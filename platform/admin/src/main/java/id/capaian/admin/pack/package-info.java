/**
 * Packs on their way into the registry: signed outside, verified and scanned here, staged once and kept for ever, so
 * that any score can be recomputed. The server verifies again before it loads one.
 */
package id.capaian.admin.pack;
