package id.capaian.planning.control;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.control.PlanWriter.ResultDraft;
import id.capaian.planning.entity.IndividualIndicator.Measure;
import id.capaian.planning.entity.Skp;
import id.capaian.planning.entity.SkpStatus;
import id.capaian.planning.entity.SkpVersion;
import id.capaian.plugin.api.Target;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;

/** Changes the targets of a draft of the own plan. Which indicators there are, and their weights, follow from the set. */
@TenantUseCase
public class ChangePlan {

    private final PlanDesk desk;
    private final PlanWriter writer;

    ChangePlan() {
        this(null, null);
    }

    @Inject
    ChangePlan(PlanDesk desk, PlanWriter writer) {
        this.desk = desk;
        this.writer = writer;
    }

    /**
     * Agrees on other targets.
     *
     * @param targets by indicator code; single numbers only, ranges stay as the set proposes; absent codes stay as they are
     * @throws ProblemException {@link Problem#MOVE_NOT_ALLOWED} unless it is a draft, {@link Problem#INVALID_INPUT} for a
     *                          target nothing can be achieved against, such as 0
     */
    public PlanState targets(UUID skpId, long version, Map<String, BigDecimal> targets) {
        Skp skp = desk.own(skpId, version);
        if (skp.status() != SkpStatus.DRAFT) {
            throw ProblemException.of(Problem.MOVE_NOT_ALLOWED, skp.status(), SkpStatus.DRAFT);
        }
        SkpVersion draft = desk.newest(skp);
        writer.replace(skp, draft, draft.results().stream().map(ResultDraft::of)
                .map(result -> new ResultDraft(result.kind(), result.title(),
                        result.measures().stream().map(measure -> changed(measure, targets)).toList())).toList());
        return desk.moved(skp);
    }

    private static Measure changed(Measure measure, Map<String, BigDecimal> targets) {
        BigDecimal target = measure.code() == null || measure.target().value() == null ? null : targets.get(measure.code());
        return target == null ? measure : new Measure(measure.code(), measure.name(), measure.aspect(),
                measure.unitOfMeasure(), measure.direction(), Target.of(target), measure.weight(), measure.attribution());
    }
}
