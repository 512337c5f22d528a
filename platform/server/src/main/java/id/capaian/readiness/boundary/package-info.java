/** Pages and machine addresses of readiness and preparation. */
package id.capaian.readiness.boundary;
