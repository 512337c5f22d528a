/**
 * Who changed what, and who has looked at whose record. Writes are audited by the database itself and sealed here once an
 * hour, each seal chained to the one before; reads are noted here, by the use case.
 */
package id.capaian.kernel.audit;
