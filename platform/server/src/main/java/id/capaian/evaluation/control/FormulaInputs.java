package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.EvaluationRun;
import id.capaian.planning.IndicatorValues;
import id.capaian.planning.Period;
import id.capaian.planning.Plan;
import id.capaian.planning.PlanIndicator;
import id.capaian.planning.Reading;
import id.capaian.plugin.api.BehaviourValue;
import id.capaian.plugin.api.Direction;
import id.capaian.plugin.api.FormulaDescriptor;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Indicator;
import id.capaian.plugin.api.IndicatorInput;
import id.capaian.plugin.api.IndicatorReading;
import id.capaian.plugin.api.Mark;
import id.capaian.plugin.api.Need;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.api.Target;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Puts together what a formula may know of one person (regions.md 2). */
final class FormulaInputs {

    private final String formulaId;
    private final Parameters parameters;
    private final Map<String, Indicator> known;
    private final List<String> extras;
    private final boolean readsMarks;
    private final id.capaian.plugin.api.Period period;

    FormulaInputs(EvaluationRun.Frozen frozen, PackDescriptor pack, Period period) {
        this.formulaId = frozen.formulaId();
        this.parameters = ParametersJson.read(frozen.parameters());
        this.known = pack.indicatorsByCode();
        Optional<FormulaDescriptor> formula = pack.formula(formulaId);
        this.extras = formula.map(FormulaDescriptor::extraIndicators).orElse(List.of());
        this.readsMarks = formula.filter(asked -> asked.needs().contains(Need.BEHAVIOUR)).isPresent();
        this.period = new id.capaian.plugin.api.Period(period.code(), period.startsOn(), period.endsOn());
    }

    /**
     * The input of one person.
     *
     * @param plan     the plan; null when it is gone, then there is nothing to score
     * @param readings newest values by subject and code, of the person and the unit, as they count for the plan
     * @param marks    marks given so far; kept from a formula that does not need them, or changing them would make
     *                 a suggestion outdated that was never made of them
     */
    FormulaInput of(UUID employeeId, UUID unitId, String jobFamily, Plan plan,
            Map<UUID, Map<String, Reading>> readings, Map<BehaviourValue, Mark> marks) {
        Map<String, IndicatorInput> byCode = new LinkedHashMap<>();
        if (plan != null) {
            plan.indicators().filter(this::counts).forEach(indicator -> byCode.putIfAbsent(indicator.code(),
                    inSet(indicator, reading(readings, indicator.attribution(), indicator.code(), employeeId,
                            unitId))));
        }
        for (String code : extras) {
            Indicator indicator = known.get(code);
            Reading reading = reading(readings, indicator.attribution().name(), code, employeeId, unitId);
            if (reading != null) {
                byCode.putIfAbsent(code, IndicatorInput.beside(indicator, reading(reading)));
            }
        }
        return new FormulaInput(formulaId, employeeId.toString(), period, jobFamily, new ArrayList<>(byCode.values()),
                readsMarks ? marks : Map.of(), parameters, Map.of());
    }

    /** Results outside the set, or of another pack, carry no weight here: they are rated by hand. */
    private boolean counts(PlanIndicator indicator) {
        return indicator.code() != null && indicator.weight() != null && indicator.weight().signum() > 0
                && known.containsKey(indicator.code());
    }

    private static IndicatorInput inSet(PlanIndicator indicator, Reading reading) {
        return new IndicatorInput(indicator.code(), indicator.weight(), Direction.valueOf(indicator.direction()),
                new Target(indicator.target(), indicator.targetLow(), indicator.targetHigh()),
                reading == null ? null : reading(reading));
    }

    private static Reading reading(Map<UUID, Map<String, Reading>> readings, String attribution, String code,
            UUID employeeId, UUID unitId) {
        return readings.getOrDefault(IndicatorValues.subjectOf(attribution, employeeId, unitId), Map.of()).get(code);
    }

    private static IndicatorReading reading(Reading reading) {
        return new IndicatorReading(reading.value(), reading.source(), reading.takenAt(), count(reading.sampleSize()),
                count(reading.population()), share(reading.completeness()), share(reading.timeliness()),
                share(reading.accuracy()));
    }

    /** Quality nobody stated is not held against a value; what is known to be bad is. */
    private static BigDecimal share(BigDecimal stated) {
        return stated == null ? BigDecimal.ONE : stated;
    }

    private static Long count(Integer stated) {
        return stated == null ? null : stated.longValue();
    }
}
