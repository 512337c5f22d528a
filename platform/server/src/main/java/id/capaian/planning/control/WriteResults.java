package id.capaian.planning.control;

import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Texts;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.control.PlanContent.IndicatorDraft;
import id.capaian.planning.control.PlanContent.ResultDraft;
import id.capaian.planning.control.ResultInput.IndicatorInput;
import id.capaian.planning.entity.IndividualIndicator.Measure;
import id.capaian.planning.entity.ResultKind;
import id.capaian.planning.entity.Skp;
import id.capaian.planning.entity.SkpStatus;
import id.capaian.planning.entity.SkpVersion;
import id.capaian.planning.entity.WorkResult;
import id.capaian.plugin.api.Attribution;
import id.capaian.plugin.api.Target;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The employee writes results into the own draft that no indicator set has: main ones where the job family has no set,
 * additional ones anywhere. They carry no weight. Results of a set stay as the set has them.
 */
@TenantUseCase
public class WriteResults {

    /** A plan with more is no plan. */
    static final int MOST_RESULTS = 50;

    private final PlanDesk desk;
    private final PlanWriter writer;
    private final Texts texts;
    private final Once once;

    WriteResults() {
        this(null, null, null, null);
    }

    @Inject
    WriteResults(PlanDesk desk, PlanWriter writer, Texts texts, Once once) {
        this.desk = desk;
        this.writer = writer;
        this.texts = texts;
        this.once = once;
    }

    /**
     * Adds a result: a main one after the main ones, an additional one at the end.
     *
     * @param language of what is said about the fields
     * @param key      the caller's idempotency key, null for none
     * @throws ProblemException {@link Problem#NOT_FOUND} for somebody else's plan, {@link Problem#MOVE_NOT_ALLOWED}
     *                          unless it is a draft, {@link Problem#INVALID_INPUT} with every field that is wrong,
     *                          {@link Problem#VERSION_STALE}
     */
    public PlanState add(UUID skpId, long version, ResultInput input, Language language, String key) {
        return once.perform(key, new Asked("add-result", skpId, version, input), PlanState.class, () ->
                written(skpId, version, draft -> {
                    List<ResultDraft> results = new ArrayList<>(PlanContent.of(draft).results());
                    if (results.size() >= MOST_RESULTS) {
                        throw refused("title", "many", language, MOST_RESULTS);
                    }
                    put(results, written(input, null, null, language));
                    return results;
                }));
    }

    /**
     * Puts a result in the place of one.
     *
     * @param no its sequence
     * @throws ProblemException as {@link #add}; {@link Problem#NOT_FOUND} also without such a result,
     *                          {@link Problem#INVALID_INPUT} also for one of the set
     */
    public PlanState change(UUID skpId, long version, int no, ResultInput input, Language language, String key) {
        return once.perform(key, new Asked("change-result-" + no, skpId, version, input), PlanState.class, () ->
                written(skpId, version, draft -> {
                    WorkResult old = byHand(draft, no, language);
                    List<ResultDraft> results = new ArrayList<>(PlanContent.of(draft).results());
                    ResultDraft changed = written(input, old, results.get(no - 1).expectation(), language);
                    if (changed.kind() == results.get(no - 1).kind()) {
                        results.set(no - 1, changed);
                    } else {
                        results.remove(no - 1);
                        put(results, changed);
                    }
                    return results;
                }));
    }

    /**
     * Takes a result out; what was recorded for it stays stored.
     *
     * @throws ProblemException as {@link #change}
     */
    public PlanState remove(UUID skpId, long version, int no, Language language, String key) {
        return once.perform(key, new Asked("remove-result-" + no, skpId, version, null), PlanState.class, () ->
                written(skpId, version, draft -> {
                    byHand(draft, no, language);
                    List<ResultDraft> results = new ArrayList<>(PlanContent.of(draft).results());
                    results.remove(no - 1);
                    return results;
                }));
    }

    /** Writes other results into the draft. */
    private PlanState written(UUID skpId, long version, Function<SkpVersion, List<ResultDraft>> change) {
        Skp skp = desk.own(skpId, version);
        skp.requireStatus(SkpStatus.DRAFT);
        SkpVersion draft = desk.newest(skp);
        writer.replace(skp, draft, new PlanContent(change.apply(draft), draft.beside()));
        return desk.moved(skp);
    }

    private WorkResult byHand(SkpVersion draft, int no, Language language) {
        if (no < 1 || no > draft.results().size()) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        WorkResult result = draft.results().get(no - 1);
        if (!result.isByHand()) {
            throw refused("title", "of-set", language);
        }
        return result;
    }

    private static void put(List<ResultDraft> results, ResultDraft result) {
        int at = results.size();
        while (result.kind() == ResultKind.MAIN && at > 0 && results.get(at - 1).kind() == ResultKind.ADDITIONAL) {
            at--;
        }
        results.add(at, result);
    }

    /** {@code old} is the result it replaces, null for a new one. */
    private ResultDraft written(ResultInput input, WorkResult old, String expectation, Language language) {
        ResultCheck.require(input, texts, language);
        List<IndicatorDraft> indicators = new ArrayList<>();
        for (int i = 0; i < input.indicators().size(); i++) {
            IndicatorInput indicator = input.indicators().get(i);
            indicators.add(new IndicatorDraft(origin(indicator, i, old, language), measure(indicator)));
        }
        return new ResultDraft(input.kind(), input.title().strip(), expectation, indicators);
    }

    private UUID origin(IndicatorInput input, int at, WorkResult old, Language language) {
        if (input.indicatorId() == null) {
            return null;
        }
        return Stream.ofNullable(old).flatMap(result -> result.indicators().stream())
                .filter(indicator -> indicator.identity().equals(input.indicatorId())).findFirst()
                .orElseThrow(() -> refused("indicators[" + at + "].indicatorId", "unknown", language)).originId();
    }

    private static Measure measure(IndicatorInput input) {
        Target target = new Target(input.target(), input.targetLow(), input.targetHigh());
        return new Measure(null, input.name().strip(), input.aspect(), input.perspective(),
                input.unitOfMeasure().strip(), input.direction(), target, null, Attribution.PERSON);
    }

    private ProblemException refused(String field, String what, Language language, Object... arguments) {
        return ProblemException.ofFields(Problem.INVALID_INPUT, List.of(new FieldProblem(field,
                texts.text(language, "planning.result.wrong." + what, arguments))));
    }
}
