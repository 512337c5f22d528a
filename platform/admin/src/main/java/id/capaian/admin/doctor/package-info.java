/** Proves that tenants are walled off, by trying and by reading what rights there are. */
package id.capaian.admin.doctor;
