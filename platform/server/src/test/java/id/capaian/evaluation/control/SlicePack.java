package id.capaian.evaluation.control;

import id.capaian.extension.Binding;
import id.capaian.extension.Catalogue;
import id.capaian.extension.Lease;
import id.capaian.extension.PackFault;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.plugin.api.Aspect;
import id.capaian.plugin.api.Attribution;
import id.capaian.plugin.api.BehaviourScore;
import id.capaian.plugin.api.Direction;
import id.capaian.plugin.api.Document;
import id.capaian.plugin.api.DocumentOffer;
import id.capaian.plugin.api.DocumentPurpose;
import id.capaian.plugin.api.Explanation;
import id.capaian.plugin.api.Flag;
import id.capaian.plugin.api.FormulaDescriptor;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Frequency;
import id.capaian.plugin.api.Indicator;
import id.capaian.plugin.api.IndicatorSet;
import id.capaian.plugin.api.Kernel;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.Mark;
import id.capaian.plugin.api.Need;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.api.RaterFacts;
import id.capaian.plugin.api.ResultScore;
import id.capaian.plugin.api.SampleRule;
import id.capaian.plugin.api.StepUnit;
import id.capaian.plugin.api.Subject;
import id.capaian.plugin.api.Target;
import id.capaian.plugin.api.WeightedIndicator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A catalogue with one small pack: results are one indicator, behaviour the mean of the marks. Its second edition also
 * speaks about raters, as Mulyorejo's objectivity index does, from two people on, its third needs no marks, as there.
 */
final class SlicePack extends Catalogue {

    static final String ID = "region-slice";
    private static final LocalizedText NAME = new LocalizedText("Uji", "Test");
    private static final String FORMULA = "slice.simple@2025";
    private static final String OBJECTIVITY = "slice.objectivity@2025";
    private static final FormulaDescriptor PERSONS = new FormulaDescriptor(FORMULA, Subject.PERSON, NAME, NAME,
            Set.of(Need.BEHAVIOUR), List.of());
    private static final FormulaDescriptor OF_RESULTS = new FormulaDescriptor(FORMULA, Subject.PERSON, NAME, NAME,
            Set.of(Need.RESULTS), List.of());
    private static final FormulaDescriptor RATERS = new FormulaDescriptor(OBJECTIVITY, Subject.RATER, NAME, NAME,
            Set.of(), List.of());
    private static final LocalizedText BODY = new LocalizedText("Indeks {index}", "Index {index}");
    private static final List<Document> DOCUMENTS = List.of(
            new Document("slice.thanks@1", NAME, DocumentPurpose.RECOGNITION, new DocumentOffer(Set.of(),
                    Set.of(Mark.ABOVE, Mark.MEETS), Set.of()), BODY),
            new Document("slice.star@1", NAME, DocumentPurpose.RECOGNITION, new DocumentOffer(Set.of(),
                    Set.of(Mark.ABOVE), Set.of()), BODY),
            new Document("slice.advice@1", NAME, DocumentPurpose.DEVELOPMENT,
                    DocumentOffer.whenRaised(Flag.Code.TRAINING_SUGGESTED), BODY));
    private static final PackDescriptor PACK = pack("1.0.0", List.of(PERSONS));
    private static final PackDescriptor SECOND = pack("2.0.0", List.of(PERSONS, RATERS));
    private static final PackDescriptor WITHOUT_MARKS = pack("3.0.0", List.of(OF_RESULTS, RATERS));
    private static final BigDecimal THIRD = new BigDecimal("3");

    /** Whom the pack fails for. */
    private final Set<String> faultyFor;
    private final String sha256;
    private PackDescriptor pack = PACK;
    private UUID apart;
    private boolean replaced;
    private List<UUID> only;
    private boolean disabled;

    SlicePack(String sha256, UUID... faultyFor) {
        super(null, null);
        this.sha256 = sha256;
        this.faultyFor = Set.of(faultyFor).stream().map(UUID::toString).collect(Collectors.toSet());
    }

    /** The second edition, with a formula about raters. */
    SlicePack judgingRaters() {
        pack = SECOND;
        return this;
    }

    /** The third edition: as the second, but what it suggests of conduct is made of results, not of marks. */
    SlicePack withoutMarks() {
        pack = WITHOUT_MARKS;
        return this;
    }

    /** The same with a pack of its own bound to one unit: the other edition. */
    SlicePack exceptIn(UUID unit) {
        apart = unit;
        return this;
    }

    /** The same after its version was replaced: kept, but not at hand. */
    SlicePack replaced() {
        replaced = true;
        return this;
    }

    /** From now on no lease is given. */
    SlicePack disabled() {
        disabled = true;
        return this;
    }

    /** Bound to one unit only, and the other edition to another; nothing holds for the whole government. */
    SlicePack onlyIn(UUID unit, UUID other) {
        only = List.of(unit, other);
        return exceptIn(other);
    }

    @Override
    public Optional<Binding> bindingOf(TenantCode tenant, List<UUID> orgUnitIds, LocalDate on) {
        boolean own = apart != null && orgUnitIds.contains(apart);
        if (only != null && !own) {
            return orgUnitIds.contains(only.get(0)) ? Optional.of(binding(tenant, only.get(0), pack, on))
                    : Optional.empty();
        }
        return Optional.of(own ? binding(tenant, apart, SECOND, on) : binding(tenant, null, pack, on));
    }

    private static Binding binding(TenantCode tenant, UUID unit, PackDescriptor pack, LocalDate on) {
        return new Binding(unit == null ? new UUID(0, 1) : unit, tenant, unit, PACK.id(), pack.version(), "sha",
                "{\"data-quality.minimum\": 0.85}", on);
    }

    @Override
    public Optional<PackDescriptor> descriptor(String packId, String version) {
        return replaced ? Optional.empty() : Stream.of(PACK, SECOND, WITHOUT_MARKS)
                .filter(edition -> edition.version().equals(version)).findFirst();
    }

    @Override
    public boolean speaksAbout(TenantCode tenant, Subject subject) {
        return subject == Subject.PERSON || pack != PACK;
    }

    @Override
    public Lease leaseOfKept(String packId, String version) {
        return lease(packId, version);
    }

    @Override
    public Lease lease(String packId, String version) {
        if (disabled) {
            throw ProblemException.of(Problem.PACK_NOT_READY, packId, version);
        }
        return new Lease() {
            @Override
            public PackDescriptor descriptor() {
                return pack;
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
                return formulaId.equals(OBJECTIVITY) ? objectivity(input.facts()) : score(input);
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }

    private static PackDescriptor pack(String version, List<FormulaDescriptor> formulas) {
        return new PackDescriptor(ID, version, NAME, NAME,
                List.of(new Indicator("SLC.PAT", NAME, NAME, Direction.MAX, NAME, Frequency.QUARTERLY,
                        Attribution.PERSON, SampleRule.NONE, null)),
                List.of(new IndicatorSet("SLC", "health", NAME, List.of(new WeightedIndicator("SLC.PAT",
                        new BigDecimal("100"), Target.of(new BigDecimal("80")), NAME, Aspect.QUANTITY)))),
                List.of(), formulas, "{}",
                Parameters.none(), Map.of(), DOCUMENTS);
    }

    /** The mean of coverage, likeness and agreement, each a third; calibration below 0.70. */
    private static Outcome objectivity(Map<String, BigDecimal> facts) {
        Explanation explanation = new Explanation();
        if (facts.get(RaterFacts.PEOPLE).intValueExact() < 2) {
            return explanation.notScorable(Outcome.Reason.TOO_FEW, NAME);
        }
        BigDecimal coverage = share(explanation, "coverage", facts, RaterFacts.ITEMS_WITH_EVIDENCE, RaterFacts.ITEMS);
        BigDecimal likeness = share(explanation, "likeness", facts, RaterFacts.RATER_MEAN, RaterFacts.UNIT_MEAN);
        BigDecimal agreement = share(explanation, "agreement", facts, RaterFacts.RATINGS_AGREEING, RaterFacts.RATINGS);
        BigDecimal index = explanation.step("OI", NAME, "mean", coverage.add(likeness).add(agreement)
                .divide(THIRD, 2, RoundingMode.HALF_UP), StepUnit.RATIO, null, "coverage", "likeness", "agreement");
        if (index.compareTo(new BigDecimal("0.70")) < 0) {
            explanation.flag(Flag.Code.CALIBRATION_NEEDED, "OI", NAME);
        }
        return explanation.indexOnly(index);
    }

    private static BigDecimal share(Explanation explanation, String name, Map<String, BigDecimal> facts, String part,
            String whole) {
        return explanation.step(name, NAME, part + " ÷ " + whole,
                facts.get(part).divide(facts.get(whole), 2, RoundingMode.HALF_UP), StepUnit.RATIO, null, part, whole);
    }

    private Outcome score(FormulaInput input) {
        ResultScore result = Kernel.assess(input, pack).results();
        if (pack == WITHOUT_MARKS) {
            return new Outcome.Scored(result.score(), result.score(), result.score(), result.steps(), result.flags());
        }
        BehaviourScore behaviour = Kernel.behaviour(input.marks());
        Optional<Outcome.NotScorable> refusal = result.refusal().or(() -> behaviour.refusal(result));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return new Outcome.Scored(result.score(), behaviour.score(), result.score(), result.steps(), result.flags());
    }
}
