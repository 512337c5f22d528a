package id.capaian.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void tellsWhatWasMissed() {
        assertEquals("| a | page | at most 2.00 x floor | 1.50 x floor (3 ms) | yes |\n"
                + "| a | lost writes | 0 | 2 of 100 | NO |\n"
                + "| a | answers | none, told | p50 3 ms |  |\n",
                Report.lines(List.of(Row.atMost("a", "page", 2, "x floor", 1.5, "3 ms"),
                        Row.none("a", "lost writes", 2, "100"), Row.told("a", "answers", "p50 3 ms"))));
    }
}
