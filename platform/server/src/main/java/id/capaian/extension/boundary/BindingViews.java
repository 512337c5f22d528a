package id.capaian.extension.boundary;

import id.capaian.extension.control.ForeseeDisabling;
import id.capaian.extension.control.OfferedPack;
import id.capaian.extension.control.OwnBinding;
import id.capaian.extension.control.ShowPacks;
import id.capaian.extension.host.PackKey;
import id.capaian.extension.host.PluginHost;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.page.Option;
import id.capaian.kernel.page.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Bindings as people see them. */
@ApplicationScoped
class BindingViews {

    private final PluginHost host;
    private final Visit visit;
    private final Caller caller;

    BindingViews() {
        this(null, null, null);
    }

    @Inject
    BindingViews(PluginHost host, Visit visit, Caller caller) {
        this.host = host;
        this.visit = visit;
        this.caller = caller;
    }

    List<BindingView> of(ShowPacks.Packs packs) {
        return packs.bindings().stream().map(binding -> of(binding, packs)).toList();
    }

    BindingView of(OwnBinding binding, ShowPacks.Packs packs) {
        boolean inForce = packs.inForce().isInForce(binding);
        List<OfferedPack.NodeState> nodes = packs.nodes(binding.pack());
        return new BindingView(binding.bindingId(), binding.orgUnitId(), unitName(binding.orgUnitId(), packs.units()),
                binding.packId(), nameOf(binding.pack()), binding.version(), binding.parameters(),
                binding.effectiveFrom(), state(binding, inForce, packs), inForce, before(binding, packs),
                packs.inForce().insteadOf(binding).map(other -> nameOf(other.pack()) + " " + other.version())
                        .orElse(null), binding.requestedAt(),
                (int) nodes.stream().filter(node -> "ACTIVE".equals(node.state())).count(), nodes.size(),
                binding.endedBy(), binding.endedAt());
    }

    DisablingView of(ForeseeDisabling.Foreseen foreseen) {
        BindingView binding = of(foreseen.binding(), foreseen.packs());
        return new DisablingView(binding, effect(binding, foreseen.packs()), foreseen.people(),
                foreseen.next().map(next -> of(next, foreseen.packs())).orElse(null),
                foreseen.packs().offered(foreseen.binding().pack()).isPresent());
    }

    private static String effect(BindingView binding, ShowPacks.Packs packs) {
        if (binding.inForce()) {
            return "NOW";
        }
        if (binding.effectiveFrom().isAfter(packs.today())) {
            return "LATER";
        }
        return binding.standIn() == null ? "SPARE" : binding.state();
    }

    /** Title of a pack; its id while this server has not looked into it. */
    String nameOf(PackKey pack) {
        return host.verified(pack).map(verified -> verified.descriptor().name().in(visit.language().locale()))
                .orElse(pack.packId());
    }

    /** The id when the chart does not know the unit any more. */
    private static String unitName(UUID orgUnitId, List<Option> units) {
        return orgUnitId == null ? null : units.stream().filter(unit -> unit.value().equals(orgUnitId.toString()))
                .map(Option::label).findFirst().orElse(orgUnitId.toString());
    }

    /** A version that is not offered any more cannot be enabled again. */
    private static String before(OwnBinding binding, ShowPacks.Packs packs) {
        return packs.inForce().before(binding).filter(before -> packs.offered(before.pack()).isPresent())
                .map(before -> before.packId().equals(binding.packId()) ? before.version()
                        : before.packId() + " " + before.version()).orElse(null);
    }

    private String state(OwnBinding binding, boolean inForce, ShowPacks.Packs packs) {
        if (!binding.enabled()) {
            return "OFF";
        }
        boolean begun = !binding.effectiveFrom().isAfter(packs.today());
        if (begun && !inForce && !packs.inForce().isNewest(binding) && host.isResting(binding.pack())) {
            return "SUPERSEDED";
        }
        if (host.isActive(binding.pack()) && isKnownHere(binding)) {
            return !begun ? "FUTURE" : inForce ? "ACTIVE" : "SUPERSEDED";
        }
        boolean failed = host.report(binding.pack())
                .filter(report -> "FAILED".equals(report.condition().name())).isPresent();
        return failed ? "FAILED" : "PREPARING";
    }

    /** A pack that another government works with is active; that this one does, this server may read a second later. */
    private boolean isKnownHere(OwnBinding binding) {
        return host.bindingsOf(caller.tenant()).stream()
                .anyMatch(known -> known.bindingId().equals(binding.bindingId()));
    }
}
