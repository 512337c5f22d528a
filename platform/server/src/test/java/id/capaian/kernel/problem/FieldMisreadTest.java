package id.capaian.kernel.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.json.JsonBody;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Texts;
import id.capaian.kernel.page.Visit;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers are told about the one field of their body that could not be read. */
class FieldMisreadTest {

    private final Diagnosis diagnosis = new Diagnosis(new Violations(new Texts(), new Visit()));

    private enum Colour {
        RED, WHITE
    }

    private record Part(int count) {
    }

    private record Body(UUID id, LocalDate day, Instant moment, BigDecimal amount, Colour colour, boolean yes, String text,
            List<Part> parts) {
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"idd": 1}                  | idd            | yang dikenal: amount, colour, day, id, moment, parts, text, yes.
            {"id": "me"}                | id             | UUID
            {"day": "tomorrow"}         | day            | tanggal, misalnya
            {"moment": "noon"}          | moment         | tanggal dan jam
            {"amount": "a lot"}         | amount         | angka, misalnya 12.5
            {"colour": "BLUE"}          | colour         | salah satu dari RED, WHITE
            {"yes": "maybe"}            | yes            | true atau false
            {"text": {}}                | text           | teks
            {"parts": "none"}           | parts          | daftar
            {"parts": [{}, 7]}          | parts[1]       | belum sesuai bentuknya
            {"parts": [{"count": "x"}]} | parts[0].count | angka bulat
            """)
    void itIsNamedWithARemedy(String body, String field, String remedy) {
        Finding finding = diagnosis.of(read(body));
        assertEquals(Problem.BAD_REQUEST, finding.problem());
        assertEquals(List.of(field), finding.fields().stream().map(FieldProblem::field).toList());
        assertTrue(finding.fields().get(0).detail().contains(remedy), finding.fields().get(0).detail());
    }

    @Test
    void whereNoFieldIsToBlameThePlaceIsTold() {
        assertEquals(new Finding(Problem.BAD_REQUEST, List.of(1, 1), List.of()), diagnosis.of(read("[]")));
        assertEquals(List.of(2, 7), diagnosis.of(read("{\n\"id\": }")).arguments());
    }

    @Test
    void everyExpectationHasItsWords() {
        for (FieldMisread.Expected expected : FieldMisread.Expected.values()) {
            assertTrue(new Texts().text(Language.ID, "problem.expected." + expected).endsWith("."), expected.name());
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static ProblemException read(String body) {
        Class type = Body.class;
        return assertThrows(ProblemException.class, () -> new JsonBody().readFrom(type, type, null, null, null,
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));
    }
}
