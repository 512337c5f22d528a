/** What a person records during a period, with evidence, and what the rater says to it. Face: {@link Progress}. */
package id.capaian.progress;
