package id.capaian.region.tubei;

import id.capaian.plugin.testkit.BuiltPackContract;

class TubeiIT extends BuiltPackContract {
}
