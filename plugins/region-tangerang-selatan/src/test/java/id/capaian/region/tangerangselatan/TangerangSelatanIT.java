package id.capaian.region.tangerangselatan;

import id.capaian.plugin.testkit.BuiltPackContract;

class TangerangSelatanIT extends BuiltPackContract {
}
