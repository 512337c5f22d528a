package id.capaian.region.pariaman;

import id.capaian.plugin.testkit.BuiltPackContract;

class PariamanIT extends BuiltPackContract {
}
