/** The page and the API of packs, for the regional admin. */
package id.capaian.extension.boundary;
