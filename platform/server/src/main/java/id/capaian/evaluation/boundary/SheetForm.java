package id.capaian.evaluation.boundary;

import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.plugin.api.BehaviourValue;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The rater's sheet as it was sent: marks and ratings in one form, of which a button says what is to be saved. */
final class SheetForm {

    /** Sent by the buttons that save marks alone. */
    private static final String MARKS_ONLY = "marks";
    /** Sent by the button that also marks what was left open. */
    private static final String REST = "rest";

    private final MultivaluedMap<String, String> form;

    SheetForm(MultivaluedMap<String, String> form) {
        this.form = form;
    }

    boolean savesMarksOnly() {
        return form.containsKey(MARKS_ONLY) || form.containsKey(REST);
    }

    /**
     * The marks, with those left open when their button was pressed; nothing is filled in by itself.
     *
     * @throws ProblemException INVALID_INPUT for a note on a value that is not marked: it would be lost
     */
    MarksInput marks() {
        List<MarkView> marks = new ArrayList<>();
        List<FieldProblem> unmarked = new ArrayList<>();
        for (BehaviourValue value : BehaviourValue.values()) {
            int number = value.ordinal() + 1;
            String mark = Forms.text(form, "mark" + number);
            String note = Forms.text(form, "note" + number);
            mark = mark == null && form.containsKey(REST) ? "MEETS" : mark;
            if (mark != null) {
                marks.add(new MarkView(value.name(), mark, note));
            } else if (note != null) {
                unmarked.add(new FieldProblem("mark" + number, "evaluation.choose.noted-mark"));
            }
        }
        if (!unmarked.isEmpty()) {
            throw ProblemException.ofFields(Problem.INVALID_INPUT, unmarked);
        }
        return new MarksInput(marks);
    }

    /** The same when marks alone are saved: then there must be one. */
    MarksInput someMarks() {
        MarksInput marks = marks();
        if (marks.marks().isEmpty()) {
            throw ProblemException.ofFields(Problem.INVALID_INPUT,
                    List.of(new FieldProblem("mark1", "evaluation.choose.marks")));
        }
        return marks;
    }

    RatingInput rating() {
        return new RatingInput(Forms.text(form, "resultRating"), Forms.text(form, "behaviourRating"),
                Forms.text(form, "resultReason"), Forms.text(form, "behaviourReason"), Forms.text(form, "note"),
                Forms.id(form, "suggestion"));
    }

    /** Whether ratings, reasons or the note say something that is not stored, so that saving marks leaves it behind. */
    boolean holdsRatingsBeyond(EvaluationView stored) {
        RatingInput typed = rating();
        return differs(typed.resultRating(), stored.resultRating())
                || differs(typed.behaviourRating(), stored.behaviourRating())
                || differs(typed.resultReason(), stored.resultReason())
                || differs(typed.behaviourReason(), stored.behaviourReason())
                || differs(typed.note(), stored.note());
    }

    private static boolean differs(String typed, String stored) {
        return typed != null && !Objects.equals(typed.strip(), stored);
    }
}
