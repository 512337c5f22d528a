package id.capaian.evaluation.control;

import id.capaian.extension.Binding;
import id.capaian.extension.Catalogue;
import id.capaian.extension.Lease;
import id.capaian.extension.PackFault;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.plugin.api.Attribution;
import id.capaian.plugin.api.BehaviourScore;
import id.capaian.plugin.api.Direction;
import id.capaian.plugin.api.Explanation;
import id.capaian.plugin.api.FormulaDescriptor;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Frequency;
import id.capaian.plugin.api.Indicator;
import id.capaian.plugin.api.Kernel;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.Need;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.api.ResultScore;
import id.capaian.plugin.api.SampleRule;
import id.capaian.plugin.api.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Two versions of a pack: in the first results stand as they are, in the second they are multiplied by a parameter, in
 * a step of its own, and the index is made of both. The second is bound, and also reads an indicator that nobody has.
 */
final class TrialPacks extends Catalogue {

    static final String ID = "region-trial";
    static final String FIRST = "1.0.0";
    static final String SECOND = "2.0.0";

    private static final LocalizedText NAME = new LocalizedText("Uji", "Trial");
    private static final LocalizedText STRICT = new LocalizedText("Nilai hasil setelah dikalikan",
            "Results multiplied");
    private static final String FORMULA = "trial.simple@2025";
    private static final String SCHEMA = """
            {"type": "object", "additionalProperties": false, "properties": {
              "factor": {"type": "number", "minimum": 0.5, "maximum": 1.2, "default": 1}}}""";

    private boolean failing;
    private boolean resting;

    TrialPacks() {
        super(null, null);
    }

    /** From now on it fails for everybody. */
    TrialPacks failing() {
        failing = true;
        return this;
    }

    /** From now on it is left alone. */
    TrialPacks resting() {
        resting = true;
        return this;
    }

    @Override
    public Optional<Binding> bindingOf(TenantCode tenant, List<UUID> orgUnitIds, LocalDate on) {
        return Optional.of(new Binding(new UUID(0, 1), tenant, null, ID, SECOND, "sha", "{}", on));
    }

    @Override
    public Optional<PackDescriptor> descriptor(String packId, String version) {
        return Optional.of(pack(version));
    }

    @Override
    public Lease leaseOfKept(String packId, String version) {
        return lease(packId, version);
    }

    @Override
    public Lease lease(String packId, String version) {
        return new Lease() {
            @Override
            public PackDescriptor descriptor() {
                return pack(version);
            }

            @Override
            public String sha256() {
                return "sha";
            }

            @Override
            public Outcome evaluate(String formulaId, FormulaInput input) {
                if (failing || resting) {
                    throw new PackFault(failing ? PackFault.Kind.FAILED : PackFault.Kind.SUSPENDED, "on purpose");
                }
                return score(input, version);
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }

    private static PackDescriptor pack(String version) {
        List<String> extras = version.equals(SECOND) ? List.of("SLC.NEW") : List.of();
        return new PackDescriptor(ID, version, NAME, NAME, List.of(indicator("SLC.PAT"), indicator("SLC.NEW")),
                List.of(),
                List.of(), List.of(new FormulaDescriptor(FORMULA, Subject.PERSON, NAME, NAME, Set.of(Need.BEHAVIOUR),
                        extras)),
                SCHEMA, new Parameters(Map.of("factor", "1")), Map.of());
    }

    private static Indicator indicator(String code) {
        return new Indicator(code, NAME, NAME, Direction.MAX, NAME, Frequency.QUARTERLY, Attribution.PERSON,
                SampleRule.NONE, null);
    }

    private static Outcome score(FormulaInput input, String version) {
        ResultScore results = Kernel.assess(input, pack(version)).results();
        BehaviourScore behaviour = Kernel.behaviour(input.marks());
        Optional<Outcome.NotScorable> refusal = results.refusal().or(() -> behaviour.refusal(results));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Explanation explanation = new Explanation().results(results);
        if (version.equals(FIRST)) {
            return explanation.scored(results.score(), behaviour.score(), results.score());
        }
        BigDecimal strict = explanation.step("strict", STRICT, "NH × factor",
                results.score().multiply(input.parameters().decimal("factor")), "NH");
        BigDecimal index = explanation.step("NR", NAME, "mean",
                strict.add(behaviour.score()).divide(new BigDecimal("2")), "strict", "NP");
        return explanation.scored(strict, behaviour.score(), index);
    }
}
