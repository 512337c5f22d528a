/** Reads the registry and says what this node has to say; through the system door. */
package id.capaian.registry.control;
