package id.capaian.extension.boundary;

import id.capaian.extension.control.OfferedPack;
import id.capaian.extension.control.ShowPacks;
import id.capaian.extension.host.PluginHost;
import id.capaian.extension.host.VerifiedPack;
import id.capaian.kernel.page.Visit;
import id.capaian.plugin.api.PackDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts together what the registry, the nodes and the packs themselves say, in the reader's language. */
@ApplicationScoped
class PackViews {

    private static final String WAITING = "WAITING";

    private final ShowPacks showPacks;
    private final BindingViews bindingViews;
    private final PluginHost host;
    private final Visit visit;

    PackViews() {
        this(null, null, null, null);
    }

    @Inject
    PackViews(ShowPacks showPacks, BindingViews bindingViews, PluginHost host, Visit visit) {
        this.showPacks = showPacks;
        this.bindingViews = bindingViews;
        this.host = host;
        this.visit = visit;
    }

    PacksView page() {
        ShowPacks.Packs packs = showPacks.show();
        List<PackView> views = packs.offered().stream().map(this::pack).toList();
        List<BindingView> bindings = bindingViews.of(packs);
        boolean settled = bindings.stream().noneMatch(binding -> "PREPARING".equals(binding.state()))
                && views.stream().noneMatch(view -> WAITING.equals(view.condition()));
        return new PacksView(views, bindings, settled);
    }

    List<PackView> packs() {
        return showPacks.show().offered().stream().map(this::pack).toList();
    }

    List<BindingView> bindings() {
        return bindingViews.of(showPacks.show());
    }

    PackView pack(OfferedPack offered) {
        Optional<VerifiedPack> verified = host.verified(offered.pack());
        Optional<PackDescriptor> descriptor = verified.map(VerifiedPack::descriptor);
        String condition = host.report(offered.pack()).map(report -> report.condition().name()).orElse(WAITING);
        return new PackView(offered.packId(), offered.version(), name(offered),
                descriptor.map(pack -> pack.description().in(locale())).orElse(null),
                verified.map(VerifiedPack::provider).orElse(null), offered.kind(), offered.apiRange(), offered.keyId(),
                offered.sha256(), offered.stagedAt(), condition, offered.nodes().stream().map(PackViews::node).toList(),
                descriptor.map(this::formulas).orElse(List.of()), descriptor.map(this::sets).orElse(List.of()),
                descriptor.map(this::forms).orElse(List.of()), descriptor.map(this::documents).orElse(List.of()));
    }

    /** As it calls itself; while this server has not looked into it, as it was staged. */
    private String name(OfferedPack offered) {
        return host.verified(offered.pack()).isPresent() ? bindingViews.nameOf(offered.pack())
                : offered.names().getOrDefault(locale().getLanguage(), offered.packId());
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

    private List<PackView.DocumentOffered> documents(PackDescriptor pack) {
        return pack.documents().stream().map(document -> new PackView.DocumentOffered(document.id(),
                document.name().in(locale()), document.purpose().name())).toList();
    }

    /** A reason is {@code <Refusal>: <detail>}. */
    private static PackView.Node node(OfferedPack.NodeState node) {
        String[] reason = node.reason() == null ? new String[] {null, null} : node.reason().split(": ", 2);
        return new PackView.Node(node.nodeId(), node.state(), reason[0], reason.length > 1 ? reason[1] : null,
                node.reportedAt());
    }

    private Locale locale() {
        return visit.language().locale();
    }
}
