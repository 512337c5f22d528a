package id.capaian.evaluation.control;

import id.capaian.extension.Binding;
import id.capaian.extension.Catalogue;
import id.capaian.extension.Lease;
import id.capaian.extension.PackFault;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.plugin.api.Attribution;
import id.capaian.plugin.api.BehaviourScore;
import id.capaian.plugin.api.Direction;
import id.capaian.plugin.api.FormulaDescriptor;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Frequency;
import id.capaian.plugin.api.Indicator;
import id.capaian.plugin.api.Kernel;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.api.ResultScore;
import id.capaian.plugin.api.SampleRule;
import id.capaian.plugin.api.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A catalogue with one small pack: results are one indicator, behaviour the mean of the marks. */
final class SlicePack extends Catalogue {

    private static final LocalizedText NAME = new LocalizedText("Uji", "Test");
    private static final String FORMULA = "slice.simple@2025";
    private static final PackDescriptor PACK = new PackDescriptor("region-slice", "1.0.0", NAME, NAME,
            List.of(new Indicator("SLC.PAT", NAME, NAME, Direction.MAX, NAME, Frequency.QUARTERLY, Attribution.PERSON,
                    SampleRule.NONE, null)), List.of(), List.of(),
            List.of(new FormulaDescriptor(FORMULA, Subject.PERSON, NAME, NAME, Set.of(), List.of())), "{}",
            Parameters.none(), Map.of());

    /** Whom the pack fails for. */
    private final Set<String> faultyFor;
    private final String sha256;

    SlicePack(String sha256, UUID... faultyFor) {
        super(null);
        this.sha256 = sha256;
        this.faultyFor = Set.of(faultyFor).stream().map(UUID::toString).collect(Collectors.toSet());
    }

    @Override
    public Optional<Binding> bindingOf(TenantCode tenant, List<UUID> orgUnitIds, LocalDate on) {
        return Optional.of(new Binding(UUID.randomUUID(), tenant, null, PACK.id(), PACK.version(), "sha",
                "{\"data-quality.minimum\": 0.85}", on));
    }

    @Override
    public Optional<PackDescriptor> descriptor(String packId, String version) {
        return Optional.of(PACK);
    }

    @Override
    public Lease lease(String packId, String version) {
        return new Lease() {
            @Override
            public PackDescriptor descriptor() {
                return PACK;
            }

            @Override
            public String sha256() {
                return sha256;
            }

            @Override
            public Outcome evaluate(String formulaId, FormulaInput input) {
                if (faultyFor.contains(input.subjectId())) {
                    throw new PackFault(PackFault.Kind.FAILED, "on purpose");
                }
                return score(input);
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }

    private static Outcome score(FormulaInput input) {
        ResultScore result = Kernel.assess(input, PACK).results();
        BehaviourScore behaviour = Kernel.behaviour(input.marks());
        Optional<Outcome.NotScorable> refusal = result.refusal().or(() -> behaviour.refusal(result));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return new Outcome.Scored(result.score(), behaviour.score(), result.score(), result.steps(), result.flags());
    }
}
