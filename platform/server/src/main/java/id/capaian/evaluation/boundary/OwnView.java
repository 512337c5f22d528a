package id.capaian.evaluation.boundary;

import java.util.List;

/** The caller's own evaluations, newest period first. */
public record OwnView(List<OwnRow> evaluations) {
}
