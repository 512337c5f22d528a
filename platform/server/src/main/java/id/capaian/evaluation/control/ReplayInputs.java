package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.EvaluationRun.Frozen;
import id.capaian.plugin.api.FormulaDescriptor;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.IndicatorInput;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.engine.CanonicalInput;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Stored inputs as another formula would have been handed them: the same readings, marks and facts, its own parameters.
 * Indicators its pack does not know, or that it does not read beside the plan's, are left out, as a run leaves them
 * out.
 */
final class ReplayInputs {

    private final Frozen frozen;
    private final Parameters parameters;
    private final Set<String> known;
    private final List<String> extras;
    private final Set<String> seen = new HashSet<>();

    ReplayInputs(Frozen frozen, PackDescriptor pack) {
        this.frozen = frozen;
        this.parameters = ParametersJson.read(frozen.parameters());
        this.known = pack.indicatorsByCode().keySet();
        this.extras = pack.formula(frozen.formulaId()).map(FormulaDescriptor::extraIndicators).orElse(List.of());
    }

    Frozen frozen() {
        return frozen;
    }

    /** @param canonical JSON of the stored input */
    FormulaInput of(String canonical) {
        FormulaInput stored = CanonicalInput.read(canonical);
        List<IndicatorInput> indicators = stored.indicators().stream().filter(this::isRead).toList();
        indicators.forEach(indicator -> seen.add(indicator.code()));
        return new FormulaInput(frozen.formulaId(), stored.subjectId(), stored.period(), stored.jobFamily(), indicators,
                stored.marks(), parameters, stored.facts());
    }

    private boolean isRead(IndicatorInput indicator) {
        return known.contains(indicator.code()) && (indicator.weight() != null || extras.contains(indicator.code()));
    }

    /** What the formula reads beside the plan's indicators and no input so far had: nobody stored it then. */
    List<String> unseen() {
        return extras.stream().filter(code -> !seen.contains(code)).toList();
    }
}
