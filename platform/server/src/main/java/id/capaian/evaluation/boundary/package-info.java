/** Pages and resources of evaluation with the records they take and give. Contains no rule. */
package id.capaian.evaluation.boundary;
