/** The REST application, the filters every request passes, and the pages and resources of access. */
package id.capaian.access.boundary;
