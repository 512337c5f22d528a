/** Everything of a tenant in one file that others can read without this program. */
package id.capaian.admin.export;
