/**
 * Files people hand in, kept by the hash of their content in a directory of the tenant; a store over the network may take
 * its place later. Used by features inside a tenant's use case.
 */
package id.capaian.kernel.files;
