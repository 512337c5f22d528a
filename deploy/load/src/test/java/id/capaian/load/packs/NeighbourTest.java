package id.capaian.load.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.extension.Lease;
import id.capaian.extension.PackFault;
import id.capaian.extension.host.PackKey;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.api.Period;
import id.capaian.plugin.engine.PackInvalid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NeighbourTest {

    private static final TenantCode BAD = new TenantCode("bad0001");
    private static final TenantCode GOOD = new TenantCode("load01");

    private static FormulaInput input(Map<String, BigDecimal> facts) {
        LocalDate day = LocalDate.of(2026, 1, 1);
        return new FormulaInput(EndlessPack.FORMULA, "unit", new Period("2026", day, day.plusYears(1)), null, List.of(),
                Map.of(), Parameters.none(), facts);
    }

    @Test
    void theMisbehavingPackIsLetInAndItsLoopIsEnded() throws PackInvalid {
        try (OwnHost host = new OwnHost()) {
            PackKey pack = host.serve(PackBytes.endless(), BAD, GOOD);
            try (Lease bad = host.lease(pack, BAD); Lease good = host.lease(pack, GOOD)) {
                FormulaInput endless = input(Map.of(EndlessPack.BAD, BigDecimal.ONE));
                assertThrows(PackFault.class, () -> bad.evaluate(EndlessPack.FORMULA, endless));
                Outcome well = good.evaluate(EndlessPack.FORMULA, input(Map.of()));
                assertEquals("80.00", ((Outcome.Scored) well).index().toPlainString());
            }
        }
    }

    @Test
    void bothSituationsMustStayWithinTheTarget() {
        assertTrue(new Neighbour.Line("x", true, 10, 13, 11, 10.5).met());
        assertEquals(1.2, new Neighbour.Line("x", true, 10, 13, 12, 10).loopingRatio(), 1e-9);
        assertEquals(false, new Neighbour.Line("x", true, 10, 13, 12, 10).met());
        assertEquals(false, new Neighbour.Line("x", true, 10, 13, 10, 12).met());
    }
}
