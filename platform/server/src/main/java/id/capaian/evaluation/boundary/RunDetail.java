package id.capaian.evaluation.boundary;

import java.util.List;

/** A run with the people it could not score. */
public record RunDetail(RunView run, List<RunAttention> attention) {
}
