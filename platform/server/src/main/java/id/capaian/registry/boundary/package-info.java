/** The operator's pages and interface: governments and what is wanted of them, servers and packs. No person's data. */
package id.capaian.registry.boundary;
