/** Connections as {@code p_owner}, the roles every tenant shares, and the migrations. Used by every other package. */
package id.capaian.admin.database;
