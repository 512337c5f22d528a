/**
 * The two walls between tenants, in one place: each unit of work runs under the tenant's database role
 * (transaction-local), and tenant tables are addressed by a marker that becomes the tenant's schema on the way out.
 * No tenant, no rows. Nothing outside this package opens a connection or sets a role. Why: ADR 001 and ADR 012.
 */
package id.capaian.kernel.tenancy;
