/**
 * What can go wrong, said once: each problem has a slug, an HTTP status and a text in two languages, for machines as
 * RFC 9457 problem+json and for people as a page.
 */
package id.capaian.kernel.problem;
