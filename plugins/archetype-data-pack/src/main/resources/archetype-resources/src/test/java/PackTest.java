package ${package};

import id.capaian.plugin.testkit.RegionPackContract;

class PackTest extends RegionPackContract {
}
