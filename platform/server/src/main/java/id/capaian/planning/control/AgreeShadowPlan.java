package id.capaian.planning.control;

import id.capaian.planning.Period;
import id.capaian.planning.Plan;
import id.capaian.planning.PlanIndicator;
import id.capaian.planning.PlanResult;
import id.capaian.planning.control.PlanWriter.Span;
import id.capaian.planning.control.PlanWriter.Written;
import id.capaian.planning.entity.IndividualIndicator;
import id.capaian.planning.entity.IndividualIndicator.Measure;
import id.capaian.planning.entity.Skp;
import id.capaian.planning.entity.WorkResult;
import id.capaian.plugin.api.IndicatorSet;
import id.capaian.plugin.api.PackDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Has a plan of nobody drafted, handed in and approved; see {@link id.capaian.planning.ShadowPlans}. */
@ApplicationScoped
public class AgreeShadowPlan {

    private final PlanWriter writer;

    AgreeShadowPlan() {
        this(null);
    }

    @Inject
    AgreeShadowPlan(PlanWriter writer) {
        this.writer = writer;
    }

    /** See {@link id.capaian.planning.ShadowPlans#agreed}. */
    public Plan agreed(UUID employeeId, PackDescriptor pack, IndicatorSet set, Period period) {
        Written written = writer.drafted(UUID.randomUUID(), new Span(period.startsOn(), period.endsOn()), pack, set);
        Skp skp = written.skp();
        skp.submit(written.content());
        skp.approve(written.content().versionNo(), period.startsOn());
        List<WorkResult> results = written.content().results();
        return new Plan(skp.id(), skp.assignmentId(), employeeId, skp.status().name(), written.content().versionNo(),
                pack.id(), pack.version(), set.code(), skp.startsOn(), skp.endsOn(),
                IntStream.range(0, results.size()).mapToObj(i -> result(skp, employeeId, i + 1, results.get(i)))
                        .toList());
    }

    private static PlanResult result(Skp skp, UUID employeeId, int sequence, WorkResult result) {
        UUID resultId = UUID.randomUUID();
        return new PlanResult(resultId, result.kind().name(), sequence, result.title(), result.indicators().stream()
                .map(indicator -> indicator(skp, employeeId, resultId, indicator)).toList());
    }

    private static PlanIndicator indicator(Skp skp, UUID employeeId, UUID resultId, IndividualIndicator indicator) {
        Measure measure = indicator.measure();
        return new PlanIndicator(indicator.identity(), skp.id(), employeeId, resultId, measure.code(), measure.name(),
                measure.aspect().name(), measure.unitOfMeasure(), measure.direction().name(),
                measure.target().value(), measure.target().low(), measure.target().high(), measure.weight(),
                measure.attribution().name());
    }
}
