/**
 * The system on one machine, without containers: PostgreSQL, Keycloak and Payara Micro as child processes.
 *
 * <p>Used by the scripts {@code deploy/local/up}, {@code down} and {@code test}, by the database and system tests, and
 * by {@code deploy/load}. Plain Java SE. Knows neither the server nor the admin module at compile time: the WAR is a
 * file, and the admin commands run in a child process, as in production. The classes {@code Pack…} are for people who
 * write packs: what {@code pack-run} does.
 */
package id.capaian.local;
