package id.capaian.planning.entity;

import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One version of a plan's content. Written once and never edited, only agreed to: a change before approval replaces the
 * version that is prepared, a revision after approval adds the next one.
 */
@Entity
@Table(name = "skp_version")
public class SkpVersion {

    /** Values every plan names (domain.md 5). */
    public static final int VALUES = 7;
    private static final BigDecimal FULL_WEIGHT = BigDecimal.valueOf(100);

    @Id
    @Column(name = "skp_version_id")
    private UUID id;
    @ManyToOne(optional = false)
    @JoinColumn(name = "skp_id")
    private Skp skp;
    @Column(name = "version_no")
    private int versionNo;
    @Enumerated(EnumType.STRING)
    private Approach approach;
    @Column(name = "pack_id")
    private String packId;
    @Column(name = "pack_version")
    private String packVersion;
    @Column(name = "indicator_set")
    private String indicatorSet;
    @Column(name = "plan_form")
    private String planForm;
    @Column(name = "plan_answers")
    private String planAnswers;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "agreed_at")
    private Instant agreedAt;
    @OneToMany(mappedBy = "version", cascade = {CascadeType.PERSIST, CascadeType.REMOVE})
    @OrderBy("sequence")
    private List<WorkResult> results = new ArrayList<>();
    @ElementCollection
    @CollectionTable(name = "behavior_expectation", joinColumns = @JoinColumn(name = "skp_version_id"))
    @OrderBy("valueNo")
    private List<BehaviorExpectation> expectations = new ArrayList<>();

    protected SkpVersion() {
    }

    /** A version with all seven values and no result yet. */
    public SkpVersion(UUID id, Skp skp, int versionNo, Approach approach, Source source, Beside beside,
            Instant createdAt) {
        this.id = id;
        this.skp = skp;
        this.versionNo = versionNo;
        this.approach = approach;
        this.packId = source.packId();
        this.packVersion = source.packVersion();
        this.indicatorSet = source.indicatorSet();
        this.createdAt = createdAt;
        this.planForm = beside.formId();
        this.planAnswers = beside.formAnswers();
        IntStream.rangeClosed(1, VALUES)
                .forEach(no -> expectations.add(new BehaviorExpectation(no, beside.expectations().get(no))));
    }

    /**
     * What the content was made from.
     *
     * @param packId null, like the others, when it was written by hand
     */
    public record Source(String packId, String packVersion, String indicatorSet) {
    }

    /**
     * What stands beside the results.
     *
     * @param expectations the leader's special expectations by number of the value; a value left out has none
     * @param formId       the pack's plan form the answers belong to; null until it was answered
     * @param formAnswers  a JSON object in text; null like formId
     */
    public record Beside(Map<Integer, String> expectations, String formId, String formAnswers) {

        public static final Beside NOTHING = new Beside(Map.of(), null, null);

        public Beside {
            expectations = Map.copyOf(expectations);
        }

        public Beside answering(String otherFormId, String otherAnswers) {
            return new Beside(expectations, otherFormId, otherAnswers);
        }

        public Beside expecting(Map<Integer, String> others) {
            return new Beside(others, formId, formAnswers);
        }
    }

    /** Adds a result at the end; expectation: the leader's, null for none. */
    public WorkResult add(UUID resultId, ResultKind kind, String title, String expectation) {
        WorkResult result = new WorkResult(resultId, this, kind, results.size() + 1, title, expectation);
        results.add(result);
        return result;
    }

    /** What keeps content from being submitted. */
    public enum Gap {
        NO_MAIN_RESULT("at least one main result is needed"),
        RESULT_WITHOUT_INDICATOR("each result needs an indicator"),
        WEIGHTS_NOT_FULL("the weights of the set must sum to 100"),
        VALUES_MISSING("all seven values must be there");

        private final String detail;

        Gap(String detail) {
            this.detail = detail;
        }

        /** For machines; people read {@code planning.gap.<constant>}. */
        public String detail() {
            return detail;
        }
    }

    /**
     * Refuses content that may not be submitted: it needs a main result, an indicator for each result, weights that sum
     * to 100 when there are any, and all seven values. A leader's result to hang on to is not asked for, so that nobody
     * waits for a superior's plan.
     *
     * @throws ProblemException {@link Problem#INVALID_INPUT} with a field {@code plan} for each {@link Gap}
     */
    public void requireComplete() {
        List<FieldProblem> gaps = gaps().stream().map(gap -> new FieldProblem("plan", gap.detail())).toList();
        if (!gaps.isEmpty()) {
            throw ProblemException.ofFields(Problem.INVALID_INPUT, gaps);
        }
    }

    private Set<Gap> gaps() {
        Set<Gap> gaps = EnumSet.noneOf(Gap.class);
        if (results.stream().noneMatch(result -> result.kind() == ResultKind.MAIN)) {
            gaps.add(Gap.NO_MAIN_RESULT);
        }
        if (results.stream().anyMatch(result -> result.indicators().isEmpty())) {
            gaps.add(Gap.RESULT_WITHOUT_INDICATOR);
        }
        if (!weightsAreFull()) {
            gaps.add(Gap.WEIGHTS_NOT_FULL);
        }
        if (expectations.size() != VALUES) {
            gaps.add(Gap.VALUES_MISSING);
        }
        return gaps;
    }

    private boolean weightsAreFull() {
        List<BigDecimal> weights = results.stream().flatMap(result -> result.indicators().stream())
                .map(IndividualIndicator::weight).filter(weight -> weight != null).toList();
        return weights.isEmpty()
                || weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(FULL_WEIGHT) == 0;
    }

    /** The rater agreed: it holds for what is handed in from now on. */
    public void agree(Instant now) {
        agreedAt = now;
    }

    public int versionNo() {
        return versionNo;
    }

    public Approach approach() {
        return approach;
    }

    public Source source() {
        return new Source(packId, packVersion, indicatorSet);
    }

    public Beside beside() {
        Map<Integer, String> special = expectations.stream().filter(expected -> expected.expectation() != null)
                .collect(Collectors.toMap(BehaviorExpectation::valueNo, BehaviorExpectation::expectation));
        return new Beside(special, planForm, planAnswers);
    }

    public List<WorkResult> results() {
        return List.copyOf(results);
    }
}
