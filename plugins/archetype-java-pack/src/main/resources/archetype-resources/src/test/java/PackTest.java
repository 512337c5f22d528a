package ${package};

import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.testkit.RegionPackContract;

class PackTest extends RegionPackContract {

    @Override
    protected RegionPack javaPack() {
        return new Pack();
    }
}
