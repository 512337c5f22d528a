package id.capaian.load.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.load.Median;
import id.capaian.local.LocalException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void aMedianIsTheMiddleOneOrTheMeanOfTwo() {
        assertEquals(3, Median.of(new double[] {9, 1, 3}));
        assertEquals(2.5, Median.of(List.of(4.0, 1.0, 3.0, 2.0)));
    }

    @Test
    void aCallIsHeldAgainstPlainJavaAndOnlyADataPackHasATarget() {
        CallCost.Line line = new CallCost.Line("x", true, 10, 4, 11.0, 21);
        assertEquals(5.25, line.ratio());
        assertFalse(line.met());
        assertTrue(new CallCost.Line("x", true, 10, 4, 11.0, 20).met());
        assertTrue(new CallCost.Line("x", false, 10, 4, null, 40).met());
    }

    @Test
    void aReplayOfFewerPeopleIsHeldAgainstItsShareOfTheTime() {
        assertTrue(new ReplayCost.Line("x", 1_000, 1, 6, 1, 1).met());
        assertFalse(new ReplayCost.Line("x", 1_000, 1, 6.1, 1, 1).met());
    }

    @Test
    void theWorstActivationDecides() {
        Activation.Line line = Activation.line("node 1", new double[] {0.5, 2.1, 0.9});
        assertEquals(0.9, line.median());
        assertEquals(2.1, line.worst());
        assertFalse(line.met());
    }

    @Test
    void oneLostRequestIsOneTooMany() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PacksReport(new PrintStream(out, true, StandardCharsets.UTF_8))
                .upgrades(new Upgrades.Result(100, 5_000, List.of("503"), 10, 12));
        String table = out.toString(StandardCharsets.UTF_8);
        assertTrue(table.contains("| 100 | 5000 | 1 | 0 | NO | 10.0 | 12.0 | 1.20 |"), table);
        assertTrue(table.contains("lost: 503"), table);
    }

    @Test
    void optionsAreReadAndWrongOnesRefused() {
        PacksOptions options = PacksOptions.of("--only", "calls,replay", "--people", "500", "--quick");
        assertEquals(List.of("calls", "replay"), options.only());
        assertEquals(500, options.people());
        assertEquals(3, options.rounds(), "of the quick run, wherever it is said");
        assertTrue(options.asks(PacksOptions.REPLAY, PacksOptions.UPGRADES));
        assertFalse(options.asks(PacksOptions.UPGRADES));
        for (String[] wrong : new String[][] {{"--only", "nothing"}, {"--people", "77"}, {"--people", "many"},
            {"--clients", "3"}, {"--people"}, {"--what", "1"}}) {
            assertThrows(LocalException.class, () -> PacksOptions.of(wrong), String.join(" ", wrong));
        }
    }
}
