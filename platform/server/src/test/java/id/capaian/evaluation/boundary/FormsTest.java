package id.capaian.evaluation.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a page's form calls its fields. */
class FormsTest {

    @Test
    void tellsWhatIsWrongUnderTheNamesOfThePage() {
        ProblemException refusal = ProblemException.ofFields(Problem.REASON_NEEDED,
                List.of(new FieldProblem("note", "x"), new FieldProblem("rater", "y")));
        ProblemException told = assertThrows(ProblemException.class, () ->
                Forms.named(Map.of("note", "returnNote"), () -> {
                    throw refusal;
                }));
        assertEquals(Problem.REASON_NEEDED, told.problem());
        assertEquals(List.of(new FieldProblem("returnNote", "x"), new FieldProblem("rater", "y")), told.fields());
    }

    @Test
    void leavesAProblemWithoutFieldsAsItIs() {
        ProblemException stale = ProblemException.of(Problem.DISTRIBUTION_NOT_JUSTIFIED, "Puskesmas");
        assertSame(stale, assertThrows(ProblemException.class, () -> Forms.named(Map.of("note", "returnNote"), () -> {
            throw stale;
        })));
    }
}
