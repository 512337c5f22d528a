/** The whole system, started as a person starts it, looked at from outside: HTTP, processes, logs. */
package id.capaian.it.system;
