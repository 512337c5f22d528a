package id.capaian.extension.boundary;

import id.capaian.extension.PackParameter;
import id.capaian.extension.boundary.PackDetailView.PackComparison;
import id.capaian.extension.boundary.PackDetailView.PackCompatibility;
import id.capaian.extension.boundary.PackDetailView.PackExamples;
import id.capaian.extension.boundary.PackDetailView.IndicatorRead;
import id.capaian.extension.boundary.PackDetailView.PackReads;
import id.capaian.extension.boundary.PackDetailView.PackTrust;
import id.capaian.extension.boundary.PackDetailView.Verdict;
import id.capaian.extension.control.OfferedPack;
import id.capaian.extension.control.OwnBinding;
import id.capaian.extension.control.ShowPacks;
import id.capaian.extension.host.Artifact;
import id.capaian.extension.host.PackArchive;
import id.capaian.extension.host.PackKey;
import id.capaian.extension.host.PluginHost;
import id.capaian.extension.host.TrustedKey;
import id.capaian.extension.host.VerifiedPack;
import id.capaian.kernel.page.Shell;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.plugin.api.ApiVersion;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.Subject;
import id.capaian.plugin.engine.PackJar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One version of a pack, in the words of who has to decide on it. */
@ApplicationScoped
class PackDetails {

    private final ShowPacks showPacks;
    private final PackViews packViews;
    private final BindingViews bindingViews;
    private final PackArchive archive;
    private final PluginHost host;

    PackDetails() {
        this(null, null, null, null, null);
    }

    @Inject
    PackDetails(ShowPacks showPacks, PackViews packViews, BindingViews bindingViews, PackArchive archive,
            PluginHost host) {
        this.showPacks = showPacks;
        this.packViews = packViews;
        this.bindingViews = bindingViews;
        this.archive = archive;
        this.host = host;
    }

    /**
     * A version with everything of this moment.
     *
     * @param descriptor what it offers; null while this server has not looked into it, or refused it
     */
    record Found(PackDetailView view, ShowPacks.Packs packs, PackDescriptor descriptor) {
    }

    /**
     * A version in the words of the page.
     *
     * @throws ProblemException {@link Problem#PACK_NOT_OFFERED} when it is neither offered nor was ever enabled
     */
    Found find(String packId, String version, Shell shell) {
        PackKey key = new PackKey(packId, version);
        ShowPacks.Packs packs = showPacks.show();
        Optional<OfferedPack> offered = packs.offered(key);
        if (offered.isEmpty() && !packs.wasBound(key)) {
            throw new ProblemException(Problem.PACK_NOT_OFFERED);
        }
        StagedJar staged = archive.find(key).map(StagedJar::of)
                .orElseThrow(() -> new ProblemException(Problem.PACK_NOT_OFFERED));
        PackView pack = packViews.pack(offered.orElseGet(() -> retired(staged, packs.nodes(key))));
        PackDescriptor descriptor = host.verified(key).map(VerifiedPack::descriptor).orElse(null);
        PackDetailView view = new PackDetailView(pack, offered.isPresent(), compatibility(pack, staged),
                trust(pack, staged), examples(pack, staged), comparison(staged, descriptor, packs, shell),
                reads(descriptor, shell),
                descriptor == null ? List.of() : PackParameter.of(descriptor, shell.language()),
                bindingViews.of(packs).stream().filter(BindingView::isOn).filter(binding ->
                        binding.packId().equals(packId) && binding.version().equals(version)).toList());
        return new Found(view, packs, descriptor);
    }

    /** One that is enabled still, though it is not offered any more. */
    private static OfferedPack retired(StagedJar staged, List<OfferedPack.NodeState> nodes) {
        Artifact artifact = staged.kept().artifact();
        return new OfferedPack(artifact.packId(), artifact.version(), artifact.kind(),
                staged.readable().map(PackJar::requires).orElse(null), artifact.sha256(), artifact.keyId(),
                artifact.stagedAt(), nodes, Map.of());
    }

    private static PackCompatibility compatibility(PackView pack, StagedJar staged) {
        boolean refused = pack.nodes().stream().anyMatch(node -> "OUT_OF_RANGE".equals(node.refusal()));
        return new PackCompatibility(staged.readable().map(PackJar::requires).orElse(pack.apiRange()),
                ApiVersion.CURRENT,
                pack.isReady() ? Verdict.YES : refused ? Verdict.NO : Verdict.NOT_CHECKED);
    }

    private static PackTrust trust(PackView pack, StagedJar staged) {
        Optional<TrustedKey> key = Optional.ofNullable(staged.kept().key());
        return new PackTrust(staged.readable().map(PackJar::provider).orElse(pack.publisher()), pack.keyId(),
                key.map(TrustedKey::validFrom).orElse(null), key.map(TrustedKey::validTo).orElse(null),
                key.map(TrustedKey::revokedAt).orElse(null));
    }

    private static PackExamples examples(PackView pack, StagedJar staged) {
        List<String> names = staged.examples();
        boolean failed = pack.nodes().stream().anyMatch(node -> "SELF_TEST_FAILED".equals(node.refusal()));
        return new PackExamples(names.size(), pack.isReady() ? Verdict.YES : failed ? Verdict.NO : Verdict.NOT_CHECKED,
                names);
    }

    /** Compared with what holds for the whole government; where nothing does, with the newest that holds for a unit. */
    private PackComparison comparison(StagedJar staged, PackDescriptor descriptor, ShowPacks.Packs packs, Shell shell) {
        Optional<OwnBinding> now = packs.inForce().of(null).or(() -> packs.bindings().stream()
                .filter(binding -> packs.inForce().isInForce(binding)).reduce((one, newer) -> newer));
        if (now.isEmpty()) {
            return new PackComparison("NONE", null, null, List.of());
        }
        PackKey other = now.get().pack();
        String name = bindingViews.nameOf(other);
        Artifact artifact = staged.kept().artifact();
        if (other.equals(artifact.key())) {
            return new PackComparison("SAME", name, other.version(), List.of());
        }
        PackDescriptor before = host.verified(other).map(VerifiedPack::descriptor).orElse(null);
        if (before == null || descriptor == null) {
            return new PackComparison("UNKNOWN", name, other.version(), List.of());
        }
        Set<String> rewritten = archive.find(other).map(StagedJar::of)
                .map(old -> StagedJar.rewritten(old, staged, descriptor)).orElse(Set.of());
        return new PackComparison("LISTED", name, other.version(),
                new PackChanges(before, descriptor, rewritten, shell).all());
    }

    private static PackReads reads(PackDescriptor pack, Shell shell) {
        if (pack == null) {
            return new PackReads(List.of(), false, false);
        }
        Locale locale = Locale.forLanguageTag(shell.language());
        return new PackReads(pack.indicators().stream().map(indicator -> new IndicatorRead(indicator.code(),
                indicator.name().in(locale), indicator.unit().in(locale), indicator.source().in(locale),
                indicator.frequency().name(), indicator.attribution().name())).toList(),
                speaksAbout(pack, Subject.PERSON), speaksAbout(pack, Subject.RATER));
    }

    private static boolean speaksAbout(PackDescriptor pack, Subject subject) {
        return pack.formulas().stream().anyMatch(formula -> formula.subject() == subject);
    }
}
