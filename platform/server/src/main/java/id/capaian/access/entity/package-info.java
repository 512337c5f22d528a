/** Granted roles and their rules. */
package id.capaian.access.entity;
