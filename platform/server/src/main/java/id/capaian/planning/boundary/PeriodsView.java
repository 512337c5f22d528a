package id.capaian.planning.boundary;

import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Option;
import id.capaian.planning.PeriodUnfinished;
import id.capaian.planning.control.ExtendPeriod.ExtensionState;
import id.capaian.planning.control.MovePeriod.PeriodState;
import id.capaian.planning.entity.PeriodStatus;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The page of the assessment periods.
 *
 * @param extensions of all periods
 * @param units      to choose from, by id
 * @param refusal    why the last move was refused; null when it was not
 * @param typed      what was typed into the form of an extension that is shown again
 * @param errors     what is wrong with it
 * @param key        idempotency key of the page's forms
 */
public record PeriodsView(List<PeriodState> periods, List<ExtensionState> extensions, List<Option> units,
        Refusal refusal, Typed typed, FieldErrors errors, String key) {

    private static final Set<String> EXTENDABLE =
            Set.of(PeriodStatus.OPEN.name(), PeriodStatus.GRACE.name(), PeriodStatus.CLOSED.name());

    /**
     * Why a period was not moved.
     *
     * @param pieces the first of what is not done in it; empty when that is not the reason
     * @param count  how many there are
     */
    public record Refusal(String reason, List<PeriodUnfinished.Piece> pieces, long count) {
    }

    /** What was typed into the form of an extension. */
    public record Typed(String period, String unit, String until, String reason) {

        static final Typed NOTHING = new Typed("", "", "", "");
    }

    /** Periods a unit can be given more time in, by id. */
    public List<Option> extendable() {
        return periods.stream().filter(period -> EXTENDABLE.contains(period.status()))
                .map(period -> new Option(period.periodId().toString(), period.name())).toList();
    }

    /** Name of a period. */
    public String nameOf(UUID periodId) {
        return periods.stream().filter(period -> period.periodId().equals(periodId)).map(PeriodState::name).findFirst()
                .orElse("");
    }
}
