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
    private int sequence;
    private String code;
    private String name;
    @Enumerated(EnumType.STRING)
    private Aspect aspect;
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

    IndividualIndicator(UUID id, WorkResult result, int sequence, Measure measure) {
        this.id = id;
        this.result = result;
        this.sequence = sequence;
        this.code = measure.code();
        this.name = measure.name();
        this.aspect = measure.aspect();
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
     * @param code   code of the pack's indicator; null when written by hand
     * @param weight part of 100; null outside the set
     * @throws ProblemException {@link Problem#INVALID_INPUT} when the target cannot be achieved against: MAX and MIN
     *                          divide by it, so 0 is refused when the plan is made (regions.md 2)
     */
    public record Measure(String code, String name, Aspect aspect, String unitOfMeasure, Direction direction,
            Target target,
            BigDecimal weight, Attribution attribution) {

        public Measure {
            if (!direction.accepts(target)) {
                throw new ProblemException(Problem.INVALID_INPUT);
            }
        }
    }

    public UUID id() {
        return id;
    }

    public Measure measure() {
        return new Measure(code, name, aspect, unitOfMeasure, direction, new Target(target, targetLow, targetHigh),
                weight,
                attribution);
    }

    /** Part of 100; null outside the set. */
    public BigDecimal weight() {
        return weight;
    }
}
