/**
 * Evaluation of plans by period: runs that suggest, ratings that decide, the predicate matrix, objections. The face is
 * {@link id.capaian.evaluation.Evaluations} with its records, and the events {@link
 * id.capaian.evaluation.EvaluationFinal}
 * and {@link id.capaian.evaluation.EvaluationReopened}. Callable by {@code development}, {@code statistics} and other
 * readers of results.
 */
package id.capaian.evaluation;
