/**
 * Evaluation of plans by period: runs that suggest, ratings that decide, the predicate matrix, objections, and
 * figures about raters. The face is the events {@link id.capaian.evaluation.EvaluationFinal} and
 * {@link id.capaian.evaluation.EvaluationReopened}, observed by {@code statistics}.
 */
package id.capaian.evaluation;
