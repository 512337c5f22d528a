/** Brings a node to what the registry wants, and lets a tenant enable and disable packs. */
package id.capaian.extension.control;
