package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.SubmissionView;
import id.capaian.evaluation.entity.Evaluation;
import id.capaian.evaluation.entity.EvaluationStatus;
import id.capaian.planning.IndicatorValues;
import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import id.capaian.planning.Plan;
import id.capaian.planning.PlanIndicator;
import id.capaian.planning.PlanReadings;
import id.capaian.planning.Plans;
import id.capaian.progress.Progress;
import id.capaian.progress.ProgressView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What somebody would hand in now: what is still empty, and whether there is time left. */
@ApplicationScoped
class Submissions {

    private final Plans plans;
    private final Progress progress;
    private final IndicatorValues values;
    private final Periods periods;
    private final EvaluationSettings settings;

    Submissions() {
        this(null, null, null, null, null);
    }

    @Inject
    Submissions(Plans plans, Progress progress, IndicatorValues values, Periods periods, EvaluationSettings settings) {
        this.plans = plans;
        this.progress = progress;
        this.values = values;
        this.periods = periods;
        this.settings = settings;
    }

    /** Handing in again after a return is never early: the rater asked for it. */
    SubmissionView of(Evaluation evaluation) {
        Period period = periods.find(evaluation.periodId()).orElseThrow();
        List<PlanIndicator> indicators = plans.plans(List.of(evaluation.planId())).stream().flatMap(Plan::indicators)
                .toList();
        boolean early = evaluation.status() == EvaluationStatus.SELF_FILLING && !settings.isEnding(period.endsOn());
        return new SubmissionView(indicators.size(), empty(evaluation, indicators), early, period.endsOn());
    }

    /** An indicator is empty when the person recorded nothing and no value came from elsewhere. */
    private List<String> empty(Evaluation evaluation, List<PlanIndicator> indicators) {
        Set<UUID> recorded = progress.entries(evaluation.planId(), evaluation.periodId()).stream()
                .map(ProgressView::individualIndicatorId).collect(Collectors.toSet());
        PlanReadings read = values.ofPlans(List.of(evaluation.employeeId(), evaluation.unitId()),
                evaluation.periodId());
        return indicators.stream().filter(indicator -> !recorded.contains(indicator.indicatorId()))
                .filter(indicator -> !hasValue(indicator, evaluation, read)).map(PlanIndicator::name).toList();
    }

    private static boolean hasValue(PlanIndicator indicator, Evaluation evaluation, PlanReadings read) {
        UUID subject = IndicatorValues.subjectOf(indicator.attribution(), evaluation.employeeId(), evaluation.unitId());
        return indicator.code() != null && read.of(subject, evaluation.planId()).containsKey(indicator.code());
    }
}
