/**
 * Measures the CPU a request costs the server and PostgreSQL, against the CPU PostgreSQL needs for the same statements
 * sent by pgbench. One machine, loopback only, everything started here is stopped here.
 */
package id.capaian.load;
