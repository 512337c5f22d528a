package id.capaian.plugin.engine;

import id.capaian.plugin.api.Formula;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.RegionPack;
import java.util.Map;

/** A pack whose behaviour came from files. */
record DataPack(PackDescriptor descriptor, Map<String, Formula> formulas) implements RegionPack {

    @Override
    public Formula formula(String id) {
        Formula formula = formulas.get(id);
        if (formula == null) {
            throw new IllegalArgumentException(descriptor.id() + " has no formula " + id);
        }
        return formula;
    }
}
