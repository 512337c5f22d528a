/**
 * Packs: which are offered, which a tenant has enabled, and how they run. The only room that knows PF4J. Others see the
 * {@link id.capaian.extension.Catalogue}, hold a {@link id.capaian.extension.Lease} while they calculate, and get
 * records of the plugin API back. Used by planning, progress, evaluation and what stands on them.
 */
package id.capaian.extension;
