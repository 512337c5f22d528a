package id.capaian.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuredTest {

    private final List<Row> rows = new Measured("own plan", "50 tenants of 2000", 1_000, new Cpu(900, 600), "p50 1 ms",
            0.5, 0.6, 2).rows("requests", 2.9);

    @Test
    void countsServerAndPostgresTogetherAgainstTheFloor() {
        assertTrue(rows.get(0).measured().startsWith("3.00 x floor"), rows.get(0).measured());
        assertFalse(rows.get(0).met());
    }

    @Test
    void countsThePartOfPostgresAlone() {
        assertTrue(rows.get(1).measured().startsWith("1.20 x floor (1.00 of the floor in turns"), rows.get(1).measured());
        assertEquals("at most 1.10 x floor", rows.get(1).target());
    }
}
