/** Use cases of readiness and preparation. */
package id.capaian.readiness.control;
