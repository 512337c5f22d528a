package id.capaian.people.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankGradeTest {

    @ParameterizedTest
    @CsvSource({"III/a,III/a", "III.A,III/a", "IVe,IV/e", "11,I/a", "45,IV/e", "IX,IX", "46,46"})
    void readsGradesAndCodesOfWhoHasANip(String written, String grade) {
        assertEquals(grade, RankGrade.written(written, true));
    }

    @ParameterizedTest
    @CsvSource({"11,11", "12,12", "IX,IX", "III/A,III/a"})
    void leavesTheNumbersOfOthersAsTheyAre(String written, String grade) {
        assertEquals(grade, RankGrade.written(written, false));
    }

    @Test
    void leavesAnEmptyCellEmpty() {
        assertNull(RankGrade.written(null, true));
    }
}
