/** Use cases of evaluation, and the SQL they share. Called by {@code evaluation.boundary} and by jobs. */
package id.capaian.evaluation.control;
