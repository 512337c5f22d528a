package id.capaian.region.mulyorejo;

import id.capaian.plugin.testkit.BuiltPackContract;

class MulyorejoIT extends BuiltPackContract {
}
