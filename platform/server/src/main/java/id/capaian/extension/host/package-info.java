/** Loads, checks, runs and unloads packs on this node. Used by this feature only. */
package id.capaian.extension.host;
