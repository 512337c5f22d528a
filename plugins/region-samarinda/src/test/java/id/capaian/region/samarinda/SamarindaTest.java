package id.capaian.region.samarinda;

import id.capaian.plugin.testkit.RegionPackContract;

class SamarindaTest extends RegionPackContract {
}
