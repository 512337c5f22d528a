package id.capaian.planning.control;

import id.capaian.planning.entity.IndividualIndicator.Measure;
import id.capaian.planning.entity.IndividualIndicator;
import id.capaian.planning.entity.ResultKind;
import id.capaian.planning.entity.SkpVersion;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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
    record ResultDraft(ResultKind kind, String title, String expectation, List<IndicatorDraft> indicators) {
    }

    /** An indicator to be written; originId see {@link IndividualIndicator#originId}. */
    record IndicatorDraft(UUID originId, Measure measure) {
    }

    /** What a version says that nobody has agreed to, to be written in its place. */
    static PlanContent of(SkpVersion prepared) {
        return read(prepared, IndividualIndicator::originId);
    }

    /** What an agreed version says, to be written as the next one: its indicators stay the same. */
    static PlanContent following(SkpVersion agreed) {
        return read(agreed, IndividualIndicator::identity);
    }

    private static PlanContent read(SkpVersion version, Function<IndividualIndicator, UUID> origin) {
        return new PlanContent(version.results().stream().map(result -> new ResultDraft(result.kind(), result.title(),
                result.expectation(), result.indicators().stream().map(indicator ->
                        new IndicatorDraft(origin.apply(indicator), indicator.measure())).toList())).toList(),
                version.beside());
    }

    PlanContent with(SkpVersion.Beside other) {
        return new PlanContent(results, other);
    }

    /** The same with each measure changed. */
    PlanContent measured(UnaryOperator<Measure> change) {
        return new PlanContent(results.stream().map(result -> new ResultDraft(result.kind(), result.title(),
                result.expectation(), result.indicators().stream().map(indicator ->
                        new IndicatorDraft(indicator.originId(), change.apply(indicator.measure()))).toList()))
                .toList(), beside);
    }

    /** The same with the leader's expectations of the results, by sequence; a result left out has none. */
    PlanContent expecting(Map<Integer, String> expectations) {
        return new PlanContent(IntStream.range(0, results.size()).mapToObj(i -> new ResultDraft(results.get(i).kind(),
                results.get(i).title(), expectations.get(i + 1), results.get(i).indicators())).toList(), beside);
    }
}
