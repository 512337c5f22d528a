package id.capaian.extension.control;

import id.capaian.extension.OrganisationChart;
import id.capaian.extension.host.PackKey;
import id.capaian.extension.host.PluginHost;
import id.capaian.kernel.page.Option;
import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the tenant may enable, and what it has enabled. */
@TenantUseCase
public class ShowPacks {

    private final PacksSql packs;
    private final PluginHost host;
    private final OrganisationChart chart;
    private final Today today;

    ShowPacks() {
        this(null, null, null, null);
    }

    @Inject
    ShowPacks(PacksSql packs, PluginHost host, OrganisationChart chart, Today today) {
        this.packs = packs;
        this.host = host;
        this.chart = chart;
        this.today = today;
    }

    /**
     * Everything of one moment.
     *
     * @param inForce which of the bindings hold today
     * @param units   every unit: id and name
     * @param nodes   what the servers say of each version that is enabled
     */
    public record Packs(List<OfferedPack> offered, InForce inForce, List<Option> units,
            Map<PackKey, List<OfferedPack.NodeState>> nodes) {

        /** What the servers say of a version; nothing when it is neither offered nor enabled. */
        public List<OfferedPack.NodeState> nodes(PackKey pack) {
            return offered(pack).map(OfferedPack::nodes).orElseGet(() -> nodes.getOrDefault(pack, List.of()));
        }

        public List<OwnBinding> bindings() {
            return inForce.bindings();
        }

        /** Today, where the tenant is. */
        public LocalDate today() {
            return inForce.on();
        }

        /** A version that is offered. */
        public Optional<OfferedPack> offered(PackKey pack) {
            return offered.stream().filter(one -> one.pack().equals(pack)).findFirst();
        }

        /** Whether the tenant has ever enabled a version. */
        public boolean wasBound(PackKey pack) {
            return bindings().stream().anyMatch(binding -> binding.pack().equals(pack));
        }
    }

    public Packs show() {
        return new Packs(packs.offered(), new InForce(packs.bindings(), today.date(), host::isActive), chart.units(),
                packs.enabledNodes());
    }
}
