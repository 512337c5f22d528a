package id.capaian.region.tubei;

import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.testkit.RegionPackContract;

class TubeiTest extends RegionPackContract {

    @Override
    protected RegionPack javaPack() {
        return new TubeiPack();
    }
}
