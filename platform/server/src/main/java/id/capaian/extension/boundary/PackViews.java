package id.capaian.extension.boundary;

import id.capaian.extension.control.OfferedPack;
import id.capaian.extension.control.OwnBinding;
import id.capaian.extension.control.ShowPacks;
import id.capaian.extension.host.PackKey;
import id.capaian.extension.host.PluginHost;
import id.capaian.extension.host.VerifiedPack;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Visit;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.registry.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts together what the registry, the nodes and the packs themselves say, in the reader's language. */
@ApplicationScoped
class PackViews {

    private static final String WAITING = "WAITING";

    private final ShowPacks showPacks;
    private final PluginHost host;
    private final Tenants tenants;
    private final Caller caller;
    private final Visit visit;
    private final Clock clock;

    PackViews() {
        this(null, null, null, null, null, null);
    }

    @Inject
    PackViews(ShowPacks showPacks, PluginHost host, Tenants tenants, Caller caller, Visit visit, Clock clock) {
        this.showPacks = showPacks;
        this.host = host;
        this.tenants = tenants;
        this.caller = caller;
        this.visit = visit;
        this.clock = clock;
    }

    /** The page as it is shown first, or again after a mistake. */
    PacksView page(String from, String chosen, String key, FieldErrors errors) {
        ShowPacks.Packs packs = showPacks.show();
        List<PackView> views = packs.offered().stream().map(this::pack).toList();
        List<BindingView> bindings = bindings(packs);
        boolean settled = bindings.stream().noneMatch(binding -> "PREPARING".equals(binding.state()))
                && views.stream().noneMatch(view -> WAITING.equals(view.condition()));
        return new PacksView(views, bindings, from == null ? today().toString() : from, chosen,
                key == null ? Ids.next(clock.millis()).toString() : key, errors, settled);
    }

    List<PackView> packs() {
        return showPacks.show().offered().stream().map(this::pack).toList();
    }

    List<BindingView> bindings() {
        return bindings(showPacks.show());
    }

    private List<BindingView> bindings(ShowPacks.Packs packs) {
        return packs.bindings().stream().map(this::binding).toList();
    }

    private PackView pack(OfferedPack offered) {
        PackKey key = new PackKey(offered.packId(), offered.version());
        Optional<VerifiedPack> verified = host.verified(key);
        Optional<PackDescriptor> descriptor = verified.map(VerifiedPack::descriptor);
        String condition = host.report(key).map(report -> report.condition().name()).orElse(WAITING);
        return new PackView(offered.packId(), offered.version(),
                descriptor.map(pack -> pack.name().in(locale())).orElse(offered.packId()),
                descriptor.map(pack -> pack.description().in(locale())).orElse(null),
                verified.map(VerifiedPack::provider).orElse(null), offered.kind(), offered.apiRange(), offered.keyId(),
                offered.sha256(), offered.stagedAt(), condition, offered.nodes().stream().map(PackViews::node).toList(),
                descriptor.map(this::formulas).orElse(List.of()), descriptor.map(this::sets).orElse(List.of()),
                descriptor.map(this::forms).orElse(List.of()));
    }

    private List<PackView.Formula> formulas(PackDescriptor pack) {
        return pack.formulas().stream().map(formula -> new PackView.Formula(formula.id(), formula.name().in(locale()),
                formula.description().in(locale()), formula.subject().name())).toList();
    }

    private List<PackView.Set> sets(PackDescriptor pack) {
        return pack.indicatorSets().stream().map(set -> new PackView.Set(set.code(), set.name().in(locale()),
                set.jobFamily(), set.items().size())).toList();
    }

    private List<PackView.FormOffered> forms(PackDescriptor pack) {
        return pack.forms().stream().map(form -> new PackView.FormOffered(form.id(), form.name().in(locale()),
                form.purpose().name())).toList();
    }

    /** A reason is {@code <Refusal>: <detail>}. */
    private static PackView.Node node(OfferedPack.NodeState node) {
        String[] reason = node.reason() == null ? new String[] {null, null} : node.reason().split(": ", 2);
        return new PackView.Node(node.nodeId(), node.state(), reason[0], reason.length > 1 ? reason[1] : null,
                node.reportedAt());
    }

    private BindingView binding(OwnBinding binding) {
        PackKey key = new PackKey(binding.packId(), binding.version());
        String name = host.verified(key).map(pack -> pack.descriptor().name().in(locale())).orElse(binding.packId());
        return new BindingView(binding.bindingId(), binding.orgUnitId(), binding.packId(), name, binding.version(),
                binding.parameters(), binding.effectiveFrom(), state(binding, key), binding.requestedAt());
    }

    private String state(OwnBinding binding, PackKey key) {
        if (!binding.enabled()) {
            return "OFF";
        }
        if (host.isActive(key)) {
            return binding.effectiveFrom().isAfter(today()) ? "FUTURE" : "ACTIVE";
        }
        boolean failed = host.report(key).filter(report -> "FAILED".equals(report.condition().name())).isPresent();
        return failed ? "FAILED" : "PREPARING";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), tenants.zoneOf(caller.tenant()));
    }

    private Locale locale() {
        return visit.language().locale();
    }
}
