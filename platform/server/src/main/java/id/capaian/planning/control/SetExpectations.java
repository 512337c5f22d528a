package id.capaian.planning.control;

import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.entity.Skp;
import id.capaian.planning.entity.SkpVersion;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The rater says what is expected of each result and of each of the seven values (domain.md 3.1). Expectations are part
 * of the plan's version: they are written while it is prepared, and come into force when it is approved.
 */
@TenantUseCase
public class SetExpectations {

    private final PlanDesk desk;
    private final PlanWriter writer;
    private final Once once;

    SetExpectations() {
        this(null, null, null);
    }

    @Inject
    SetExpectations(PlanDesk desk, PlanWriter writer, Once once) {
        this.desk = desk;
        this.writer = writer;
        this.once = once;
    }

    /** All expectations of a plan; what is left out, or has a blank text, has none. */
    public record ExpectationsInput(@NotNull @Size(max = 100) List<@NotNull @Valid Expectation> results,
            @NotNull @Size(max = 7) List<@NotNull @Valid Expectation> values) {
    }

    /**
     * An expectation.
     *
     * @param no   sequence of the result, or number of the value, 1 to 7
     * @param text null or blank for none
     */
    public record Expectation(int no, @Size(max = 1000) String text) {
    }

    /** What was asked for, as the idempotency key remembers it. */
    record Request(UUID skpId, long version, ExpectationsInput input) {
    }

    /**
     * Puts these expectations in the place of the earlier ones.
     *
     * @param key the caller's idempotency key, null for none
     * @throws ProblemException {@link Problem#MOVE_NOT_ALLOWED} unless a version is being prepared,
     *                          {@link Problem#INVALID_INPUT} for a result or value the plan does not have or that is
     *                          named twice, {@link Problem#NOT_THE_RATER}, {@link Problem#SELF_RATING},
     *                          {@link Problem#VERSION_STALE}
     */
    public PlanState set(UUID skpId, long version, ExpectationsInput input, String key) {
        return once.perform(key, new Request(skpId, version, input), PlanState.class, () -> set(skpId, version, input));
    }

    private PlanState set(UUID skpId, long version, ExpectationsInput input) {
        Skp skp = desk.rated(skpId, version);
        skp.requireBeingPrepared();
        SkpVersion prepared = desk.newest(skp);
        PlanContent content = PlanContent.of(prepared);
        Map<Integer, String> results = byNumber("results", input.results(), content.results().size());
        Map<Integer, String> values = byNumber("values", input.values(), SkpVersion.VALUES);
        writer.replace(skp, prepared, content.expecting(results).with(content.beside().expecting(values)));
        return desk.moved(skp);
    }

    private static Map<Integer, String> byNumber(String field, List<Expectation> expectations, int most) {
        Map<Integer, String> byNumber = new HashMap<>();
        for (Expectation expectation : expectations) {
            int no = expectation.no();
            String text = expectation.text() == null ? "" : expectation.text().strip();
            if (no < 1 || no > most || byNumber.put(no, text) != null) {
                throw ProblemException.ofFields(Problem.INVALID_INPUT,
                        List.of(new FieldProblem(field + "." + no, "not in the plan, or twice")));
            }
        }
        byNumber.values().removeIf(String::isEmpty);
        return byNumber;
    }
}
