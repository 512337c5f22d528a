package id.capaian.evaluation.boundary;

import java.util.List;

/** Marks of values of conduct; values that are not named keep theirs. */
public record MarksInput(List<MarkView> marks) {
}
