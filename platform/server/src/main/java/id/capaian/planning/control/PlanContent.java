package id.capaian.planning.control;

import id.capaian.planning.entity.IndividualIndicator.Measure;
import id.capaian.planning.entity.ResultKind;
import id.capaian.planning.entity.SkpVersion;
import id.capaian.planning.entity.WorkResult;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * What a version of a plan says, to be written as another version.
 *
 * @param results by sequence
 * @param beside  what stands beside them
 */
record PlanContent(List<ResultDraft> results, SkpVersion.Beside beside) {

    /** A result to be written; expectation is null for none. */
    record ResultDraft(ResultKind kind, String title, String expectation, List<Measure> measures) {
    }

    static PlanContent of(SkpVersion version) {
        return new PlanContent(version.results().stream().map(PlanContent::draft).toList(), version.beside());
    }

    private static ResultDraft draft(WorkResult result) {
        return new ResultDraft(result.kind(), result.title(), result.expectation(),
                result.indicators().stream().map(indicator -> indicator.measure()).toList());
    }

    PlanContent with(SkpVersion.Beside other) {
        return new PlanContent(results, other);
    }

    /** The same with each measure changed. */
    PlanContent measured(UnaryOperator<Measure> change) {
        return new PlanContent(results.stream().map(result -> new ResultDraft(result.kind(), result.title(),
                result.expectation(), result.measures().stream().map(change).toList())).toList(), beside);
    }

    /** The same with the leader's expectations of the results, by sequence; a result left out has none. */
    PlanContent expecting(Map<Integer, String> expectations) {
        return new PlanContent(IntStream.range(0, results.size()).mapToObj(i -> new ResultDraft(results.get(i).kind(),
                results.get(i).title(), expectations.get(i + 1), results.get(i).measures())).toList(), beside);
    }
}
