package id.capaian.region.tangerangselatan;

import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.plugin.api.IndicatorSet;
import id.capaian.plugin.api.WeightedIndicator;
import id.capaian.plugin.engine.DataPackReader;
import id.capaian.plugin.engine.PackFiles;
import id.capaian.plugin.engine.PackInvalid;
import id.capaian.plugin.testkit.RegionPackContract;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class TangerangSelatanTest extends RegionPackContract {

    private static final BigDecimal MOST = new BigDecimal("20");

    /** TSL-02: outcome and impact count before attendance and activities. */
    @Test
    void leavesProcessDutyAtMostTwentyOfHundred() throws PackInvalid {
        for (IndicatorSet set : DataPackReader.read(PackFiles.ofDirectory(directory())).descriptor().indicatorSets()) {
            BigDecimal process = set.items().stream().filter(item -> item.code().equals("TSL.PROC"))
                    .map(WeightedIndicator::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertTrue(process.compareTo(MOST) <= 0, set.code() + " gives process duty " + process);
        }
    }
}
