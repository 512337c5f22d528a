package id.capaian.planning.boundary;

import id.capaian.kernel.page.FieldErrors;
import id.capaian.planning.control.PlanSheet.IndicatorLine;
import id.capaian.planning.control.PlanSheet.ResultLine;
import id.capaian.planning.control.PlanSheet;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * A result that its owner writes by hand.
 *
 * @param plan   it belongs to
 * @param no     its sequence; null for a new one
 * @param locked key of the text that says why it cannot be changed; null when it can
 * @param typed  what the fields hold
 * @param key    idempotency key of the page's forms
 */
public record ResultFormView(PlanSheet plan, Integer no, String locked, Typed typed, FieldErrors errors, String key) {

    /** What the fields of a result hold. */
    public record Typed(String kind, String title, List<TypedIndicator> indicators) {

        public Typed {
            indicators = List.copyOf(indicators);
        }

        /** A form shown for the first time. */
        static Typed blank(PlanSheet plan) {
            boolean hasMain = plan.results().stream().anyMatch(result -> "MAIN".equals(result.kind()));
            return new Typed(hasMain ? "ADDITIONAL" : "MAIN", "", List.of(TypedIndicator.BLANK));
        }

        static Typed of(ResultLine result) {
            return new Typed(result.kind(), result.title(),
                    result.indicators().stream().map(TypedIndicator::of).toList());
        }
    }

    /**
     * What the fields of an indicator hold.
     *
     * @param id        the indicator it continues, empty for a new one
     * @param dimension aspect or perspective
     */
    public record TypedIndicator(String id, String name, String dimension, String unit, String direction, String target,
            String low, String high) {

        static final TypedIndicator BLANK = new TypedIndicator("", "", "", "", "", "", "", "");

        static TypedIndicator of(IndicatorLine line) {
            return new TypedIndicator(line.indicatorId().toString(), line.name(),
                    line.aspect() == null ? line.perspective() : line.aspect(), line.unitOfMeasure(), line.direction(),
                    number(line.target()), number(line.targetLow()), number(line.targetHigh()));
        }

        private Stream<String> words() {
            return Stream.of(name, unit, target, low, high);
        }

        private static String number(BigDecimal number) {
            return number == null ? "" : number.toPlainString().replace('.', ',');
        }
    }

    /** Whether the fields hold what is stored nowhere. */
    public boolean isUnsaved() {
        Typed stored = no == null ? Typed.blank(plan) : plan.results().stream()
                .filter(line -> line.sequence() == no).findFirst().map(Typed::of).orElse(null);
        return !typed.equals(stored);
    }

    /** What was typed into a form the page shows no more, because the plan moved on meanwhile. */
    public List<String> leftOver() {
        return locked == null || !isUnsaved() ? List.of() : Stream.concat(Stream.of(typed.title()),
                typed.indicators().stream().flatMap(TypedIndicator::words)).filter(text -> !text.isBlank()).toList();
    }

    /** Whether the post plans by perspective instead of aspect. */
    public static boolean byPerspective(PlanSheet plan) {
        return "SENIOR_LEADERSHIP".equals(plan.positionGroup());
    }

    /** Name of a field of an indicator. */
    public static String field(int indicator, String name) {
        return "indicator-" + indicator + "-" + name;
    }
}
