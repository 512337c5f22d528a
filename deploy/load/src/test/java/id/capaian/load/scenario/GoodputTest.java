package id.capaian.load.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.load.scenario.BestRate.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoodputTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void countsRightAnswersInTheSecondTheyCame() {
        Goodput goodput = new Goodput(4);
        for (long at : List.of(0L, SECOND - 1, SECOND, 3 * SECOND)) {
            goodput.good(at, at == SECOND);
        }
        assertEquals(2, goodput.mean(0, 1));
        assertEquals(0.5, goodput.mean(1, 3));
        assertEquals(1, goodput.mean(0, 4));
        assertEquals(0.5, goodput.writes(0, 2));
    }

    @Test
    void leavesOutWhatCameAfterTheRun() {
        Goodput goodput = new Goodput(1);
        goodput.good(SECOND, true);
        assertEquals(0, goodput.mean(0, 1));
    }

    @Test
    void isLookedForUntilTwoStepsBringNoMore() {
        Step rising = new Step(100, 100);
        Step top = new Step(130, 130);
        Step over = new Step(169, 131);
        assertFalse(BestRate.isEnough(List.of()));
        assertFalse(BestRate.isEnough(List.of(rising, top)));
        assertFalse(BestRate.isEnough(List.of(rising, top, over)));
        assertTrue(BestRate.isEnough(List.of(rising, top, over, new Step(220, 90))));
    }
}
