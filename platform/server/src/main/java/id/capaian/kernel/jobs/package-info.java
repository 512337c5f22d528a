/**
 * Work that no request waits for: jobs asked for by tenants, and the server's own rhythms. The only room with threads;
 * everything run here has a request context of its own. Used by every feature.
 */
package id.capaian.kernel.jobs;
