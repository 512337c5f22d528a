/**
 * Work that no request waits for: jobs asked for by tenants, jobs each tenant has again and again, and the server's own
 * rhythms. The only room with threads; everything run here has a request context of its own. Used by every feature.
 */
package id.capaian.kernel.jobs;
