package id.capaian.evaluation.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a rater's sheet says, field by field. */
class SheetFormTest {

    @Test
    void theButtonSaysWhatIsSaved() {
        assertTrue(sheet(Map.of("marks", "yes")).savesMarksOnly());
        assertTrue(sheet(Map.of("rest", "MEETS")).savesMarksOnly());
        assertFalse(sheet(Map.of("mark1", "MEETS", "resultRating", "MEETS")).savesMarksOnly());
    }

    @Test
    void marksWhatWasLeftOpenOnlyWhenAsked() {
        assertEquals(1, sheet(Map.of("mark5", "ABOVE", "note5", "tepat waktu")).marks().marks().size());
        MarksInput all = sheet(Map.of("mark5", "ABOVE", "note1", "ramah", "rest", "MEETS")).marks();
        assertEquals(7, all.marks().size());
        assertEquals(new MarkView("LOYAL", "ABOVE", null), all.marks().get(4));
        assertEquals(new MarkView("SERVICE", "MEETS", "ramah"), all.marks().get(0));
    }

    @Test
    void losesNoNoteOfAValueThatIsNotMarked() {
        ProblemException refusal = assertThrows(ProblemException.class, () ->
                sheet(Map.of("mark1", "MEETS", "note2", "terlambat")).marks());
        assertEquals(Problem.INVALID_INPUT, refusal.problem());
        assertEquals("mark2", refusal.fields().get(0).field());
        assertEquals("mark1", assertThrows(ProblemException.class, () -> sheet(Map.of("marks", "yes")).someMarks())
                .fields().get(0).field());
    }

    @Test
    void seesRatingsThatSavingMarksWouldLeaveBehind() {
        EvaluationView stored = EvaluationTemplatesTest.page("DELIVERED", Set.of()).evaluation();
        assertFalse(sheet(Map.of("mark1", "MEETS", "resultReason", " ")).holdsRatingsBeyond(stored));
        assertFalse(sheet(Map.of("resultRating", stored.resultRating(), "note", stored.note() + " "))
                .holdsRatingsBeyond(stored));
        assertTrue(sheet(Map.of("resultRating", "BELOW")).holdsRatingsBeyond(stored));
        assertTrue(sheet(Map.of("behaviourReason", "teladan")).holdsRatingsBeyond(stored));
    }

    private static SheetForm sheet(Map<String, String> sent) {
        return new SheetForm(new MultivaluedHashMap<>(sent));
    }
}
