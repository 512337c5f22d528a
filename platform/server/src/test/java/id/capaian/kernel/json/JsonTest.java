package id.capaian.kernel.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTest {

    private record Answer(String name, Integer count) {
    }

    private interface Unreadable {
    }

    private record Defect(Unreadable part) {
    }

    @Test
    void anAnswerOfAnotherReleaseIsReadWithoutTheFieldsUnknownHere() {
        assertEquals(new Answer("a", null), Json.read("{\"name\":\"a\",\"gone\":{\"x\":1}}", Answer.class));
    }

    @Test
    void whatCallersSendMayHaveNoUnknownField() {
        assertThrows(UnrecognizedPropertyException.class,
                () -> Json.mapper().readValue("{\"nmae\":\"a\"}", Answer.class));
        assertEquals(Problem.BAD_REQUEST, assertThrows(ProblemException.class,
                () -> body(Answer.class, "{\"nmae\":\"a\"}")).problem());
    }

    @Test
    void aTypeOfOursThatCannotBeReadIsNotTheCallersFault() {
        assertThrows(IllegalStateException.class, () -> body(Defect.class, "{\"part\":{}}"));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object body(Class type, String text) throws Exception {
        return new JsonBody().readFrom(type, type, null, null, null,
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
