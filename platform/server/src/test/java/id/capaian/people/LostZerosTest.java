package id.capaian.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.capaian.people.ImportProblems.ImportProblem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LostZerosTest {

    private final ImportProblems problems = new ImportProblems();
    private final LostZeros zeros = new LostZeros(List.of("0101", "101", "0202"));

    private void judge(int row, String code) {
        zeros.judge(new ImportRow(row, Map.of("kode", code), problems, problems), "kode");
    }

    @Test
    void takesEachOfTwoCodesThatAreBothThere() {
        judge(2, "0101");
        judge(3, "101");
        assertEquals(List.of(), problems.shown());
    }

    @Test
    void tellsNewCodesThatMayHaveLostTheirZeros() {
        judge(2, "202");
        judge(3, "303");
        judge(4, "0303");
        assertEquals(List.of(new ImportProblem(2, "kode", "people.import.zerosLost", List.of("202", "0202")),
                new ImportProblem(4, "kode", "people.import.zerosLost", List.of("0303", "303"))), problems.shown());
    }
}
