package ${package};

import id.capaian.plugin.testkit.BuiltPackContract;

class PackIT extends BuiltPackContract {
}
