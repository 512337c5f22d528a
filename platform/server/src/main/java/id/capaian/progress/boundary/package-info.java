/** Pages and resources of progress, and the rendering of a pack's form on the server. */
package id.capaian.progress.boundary;
