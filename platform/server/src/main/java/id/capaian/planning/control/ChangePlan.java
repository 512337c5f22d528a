package id.capaian.planning.control;

import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.control.PlanContent.ResultDraft;
import id.capaian.planning.entity.IndividualIndicator.Measure;
import id.capaian.planning.entity.Skp;
import id.capaian.planning.entity.SkpStatus;
import id.capaian.planning.entity.SkpVersion;
import id.capaian.plugin.api.Target;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Changes the targets of a draft of the own plan. Which indicators there are, and their weights, follow from the set.
 */
@TenantUseCase
public class ChangePlan {

    private final PlanDesk desk;
    private final PlanWriter writer;
    private final Once once;

    ChangePlan() {
        this(null, null, null);
    }

    @Inject
    ChangePlan(PlanDesk desk, PlanWriter writer, Once once) {
        this.desk = desk;
        this.writer = writer;
        this.once = once;
    }

    /**
     * Agrees on other targets.
     *
     * @param targets by indicator code; single numbers only, ranges stay as the set proposes; codes left out stay as
     *                they are
     * @param key     the caller's idempotency key, null for none
     * @throws ProblemException {@link Problem#MOVE_NOT_ALLOWED} unless it is a draft, {@link Problem#INVALID_INPUT} for
     *                          a target nothing can be achieved against, such as 0, and for a code that has no such
     *                          target
     */
    public PlanState targets(UUID skpId, long version, Map<String, BigDecimal> targets, String key) {
        return once.perform(key, new Asked("targets", skpId, version, targets), PlanState.class,
                () -> retargeted(skpId, version, targets));
    }

    private PlanState retargeted(UUID skpId, long version, Map<String, BigDecimal> targets) {
        Skp skp = desk.own(skpId, version);
        skp.requireStatus(SkpStatus.DRAFT);
        SkpVersion draft = desk.newest(skp);
        PlanContent agreed = PlanContent.of(draft);
        refuseUnknown(targets.keySet(), agreed.results());
        writer.replace(skp, draft, agreed.measured(measure -> changed(measure, targets)));
        return desk.moved(skp);
    }

    private static void refuseUnknown(Set<String> codes, List<ResultDraft> results) {
        Set<String> known = results.stream().flatMap(result -> result.indicators().stream())
                .map(PlanContent.IndicatorDraft::measure).filter(measure -> measure.target().value() != null)
                .map(Measure::code).collect(Collectors.toSet());
        List<FieldProblem> unknown = codes.stream().filter(code -> !known.contains(code)).sorted()
                .map(code -> new FieldProblem("targets." + code, "not in the plan, or not a single number")).toList();
        if (!unknown.isEmpty()) {
            throw ProblemException.ofFields(Problem.INVALID_INPUT, unknown);
        }
    }

    private static Measure changed(Measure measure, Map<String, BigDecimal> targets) {
        BigDecimal target = measure.code() == null ? null : targets.get(measure.code());
        return target == null ? measure : measure.against(Target.of(target));
    }
}
