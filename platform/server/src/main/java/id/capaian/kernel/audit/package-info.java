/** Who has looked at whose record. Writes are audited by the database itself; reads are noted here, by the use case. */
package id.capaian.kernel.audit;
