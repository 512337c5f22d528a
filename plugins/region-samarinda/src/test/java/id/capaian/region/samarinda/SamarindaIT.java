package id.capaian.region.samarinda;

import id.capaian.plugin.testkit.BuiltPackContract;

class SamarindaIT extends BuiltPackContract {
}
