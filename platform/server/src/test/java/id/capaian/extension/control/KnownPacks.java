package id.capaian.extension.control;

import id.capaian.extension.Binding;
import id.capaian.extension.PackCondition;
import id.capaian.extension.host.PackKey;
import id.capaian.extension.host.PackReport;
import id.capaian.extension.host.PluginHost;
import id.capaian.extension.host.VerifiedPack;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.Parameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A host that knows some packs without loading any: all of them calculate, but those it refuses. */
public final class KnownPacks extends PluginHost {

    private static final String SCHEMA = """
            {"type": "object", "additionalProperties": false, "properties": {
              "guard.ceiling": {"type": "number", "minimum": 100, "maximum": 120, "default": 110}}}""";

    private final Map<PackKey, PackCondition> conditions = new HashMap<>();
    private final List<Binding> bindings = new ArrayList<>();

    public KnownPacks knowing(PackKey... packs) {
        List.of(packs).forEach(pack -> conditions.put(pack, PackCondition.ACTIVE));
        return this;
    }

    public KnownPacks refusing(PackKey pack) {
        conditions.put(pack, PackCondition.FAILED);
        return this;
    }

    /** As when this node has read what a tenant enabled. */
    public void readBinding(Binding binding) {
        bindings.add(binding);
    }

    @Override
    public List<Binding> bindingsOf(TenantCode tenant) {
        return bindings.stream().filter(binding -> binding.tenant().equals(tenant)).toList();
    }

    @Override
    public Optional<PackReport> report(PackKey key) {
        return Optional.ofNullable(conditions.get(key)).map(condition -> new PackReport(key, condition, null));
    }

    @Override
    public boolean isActive(PackKey key) {
        return conditions.get(key) == PackCondition.ACTIVE;
    }

    @Override
    public Optional<VerifiedPack> verified(PackKey key) {
        LocalizedText text = new LocalizedText("Uji", "Trial");
        return isActive(key) ? Optional.of(new VerifiedPack("Bengkel", new PackDescriptor(key.packId(), key.version(),
                text, text, List.of(), List.of(), List.of(), List.of(), SCHEMA,
                new Parameters(Map.of("guard.ceiling", "110")), Map.of()))) : Optional.empty();
    }
}
