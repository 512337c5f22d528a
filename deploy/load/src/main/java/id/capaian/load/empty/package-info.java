/** The application a server is compared with that has nothing of ours: one resource, no database, nobody signs on. */
package id.capaian.load.empty;
