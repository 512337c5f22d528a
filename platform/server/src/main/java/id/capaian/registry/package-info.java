/**
 * Which tenants and nodes exist and which sessions were ended, as the registry schema says. Read every two seconds into
 * a snapshot, so that no request pays for it; when the database is away, the last snapshot stays. Used by every feature.
 * Its own pages are the operator's: what is wanted of tenants is written down here, and done by the admin module.
 */
package id.capaian.registry;
