/** Reads the files of {@code tenants-config}, checked against their JSON Schemas before anything is done with them. */
package id.capaian.admin.config;
