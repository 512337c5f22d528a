package id.capaian.planning.entity;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.plugin.api.Aspect;
import id.capaian.plugin.api.Attribution;
import id.capaian.plugin.api.Direction;
import id.capaian.plugin.api.Target;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;

/** How a result is measured for one person (IKI), with the target agreed; never edited. */
@Entity
@Table(name = "individual_indicator")
public class IndividualIndicator {

    @Id
    @Column(name = "individual_indicator_id")
    private UUID id;
    @ManyToOne(optional = false)
    @JoinColumn(name = "work_result_id")
    private WorkResult result;
    @Column(name = "origin_id")
    private UUID originId;
    private int sequence;
    private String code;
    private String name;
    @Enumerated(EnumType.STRING)
    private Aspect aspect;
    @Enumerated(EnumType.STRING)
    private Perspective perspective;
    @Column(name = "unit_of_measure")
    private String unitOfMeasure;
    @Enumerated(EnumType.STRING)
    private Direction direction;
    private BigDecimal target;
    @Column(name = "target_low")
    private BigDecimal targetLow;
    @Column(name = "target_high")
    private BigDecimal targetHigh;
    private BigDecimal weight;
    @Enumerated(EnumType.STRING)
    private Attribution attribution;

    protected IndividualIndicator() {
    }

    IndividualIndicator(UUID id, UUID originId, WorkResult result, int sequence, Measure measure) {
        this.id = id;
        this.originId = originId;
        this.result = result;
        this.sequence = sequence;
        this.code = measure.code();
        this.name = measure.name();
        this.aspect = measure.aspect();
        this.perspective = measure.perspective();
        this.unitOfMeasure = measure.unitOfMeasure();
        this.direction = measure.direction();
        this.target = measure.target().value();
        this.targetLow = measure.target().low();
        this.targetHigh = measure.target().high();
        this.weight = measure.weight();
        this.attribution = measure.attribution();
    }

    /**
     * What is measured and what is agreed.
     *
     * @param code        code of the pack's indicator; null when written by hand
     * @param aspect      null when there is a perspective
     * @param perspective for senior leadership; null when there is an aspect
     * @param weight      part of 100; null outside the set
     * @throws ProblemException {@link Problem#INVALID_INPUT} when the target cannot be achieved against: MAX and MIN
     *                          divide by it, so 0 is refused when the plan is made (regions.md 2)
     */
    public record Measure(String code, String name, Aspect aspect, Perspective perspective, String unitOfMeasure,
            Direction direction, Target target, BigDecimal weight, Attribution attribution) {

        public Measure {
            if (!direction.accepts(target)) {
                throw new ProblemException(Problem.INVALID_INPUT);
            }
        }

        /** The same against another target. */
        public Measure against(Target other) {
            return new Measure(code, name, aspect, perspective, unitOfMeasure, direction, other, weight, attribution);
        }
    }

    public UUID id() {
        return id;
    }

    /** The indicator of an earlier agreed version that this one continues; null when it is the first of its line. */
    public UUID originId() {
        return originId;
    }

    /** What stays the same through the versions of a plan: the first of its line. */
    public UUID identity() {
        return originId == null ? id : originId;
    }

    public Measure measure() {
        return new Measure(code, name, aspect, perspective, unitOfMeasure, direction,
                new Target(target, targetLow, targetHigh), weight, attribution);
    }

    /** Part of 100; null outside the set. */
    public BigDecimal weight() {
        return weight;
    }
}
