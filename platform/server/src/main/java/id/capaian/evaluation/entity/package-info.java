/**
 * Rules of evaluation: the state machine, the nine-cell matrix, ratings, objections, runs and what they suggest. Used
 * by {@code evaluation.control} only; knows neither the web nor packs.
 */
package id.capaian.evaluation.entity;
