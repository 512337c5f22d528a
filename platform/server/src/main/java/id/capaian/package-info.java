/**
 * The server: everything a browser or a clock can trigger. One package per feature, each with
 * {@code boundary} (pages and resources), {@code control} (use cases) and {@code entity} (rules); a feature's root
 * package is its public face. {@code kernel} is technical ground and knows no business word.
 */
package id.capaian;
