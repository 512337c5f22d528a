/**
 * The load house: generates a nation and measures on it, part by part, what the server and PostgreSQL need, against
 * what is the least it can be. One machine, loopback only, everything started here is stopped here.
 */
package id.capaian.load;
