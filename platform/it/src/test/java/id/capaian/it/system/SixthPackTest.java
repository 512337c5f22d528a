package id.capaian.it.system;

import id.capaian.plugin.testkit.RegionPackContract;
import java.nio.file.Path;

/** The pack of {@link SixthRegionIT} as its author tests it; needs no system. */
class SixthPackTest extends RegionPackContract {

    @Override
    protected Path directory() {
        return Path.of("src/test/resources/sixth-region");
    }
}
