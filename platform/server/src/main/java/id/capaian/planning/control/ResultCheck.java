package id.capaian.planning.control;

import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Texts;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.planning.control.ResultInput.IndicatorInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Says all that is wrong with a result written by hand, field by field, in the writer's language. */
final class ResultCheck {

    static final int MOST_INDICATORS = 20;
    static final int LONGEST_TITLE = 500;
    static final int LONGEST_NAME = 300;
    static final int LONGEST_UNIT = 50;
    private static final int MOST_DECIMALS = 4;
    private static final int MOST_DIGITS = 14;

    private final Texts texts;
    private final Language language;
    private final List<FieldProblem> wrong = new ArrayList<>();

    private ResultCheck(Texts texts, Language language) {
        this.texts = texts;
        this.language = language;
    }

    /** @throws ProblemException {@link Problem#INVALID_INPUT} with every field that is wrong */
    static void require(ResultInput input, Texts texts, Language language) {
        ResultCheck check = new ResultCheck(texts, language);
        check.result(input);
        if (!check.wrong.isEmpty()) {
            throw ProblemException.ofFields(Problem.INVALID_INPUT, check.wrong);
        }
    }

    private void result(ResultInput input) {
        if (input.kind() == null) {
            note("kind", "kind");
        }
        text("title", input.title(), LONGEST_TITLE);
        if (input.indicators().isEmpty()) {
            note("indicators", "indicator");
        }
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < input.indicators().size(); i++) {
            IndicatorInput indicator = input.indicators().get(i);
            String path = "indicators[" + i + "].";
            indicator(path, indicator);
            if (indicator.indicatorId() != null && !seen.add(indicator.indicatorId())) {
                note(path + "indicatorId", "twice");
            }
        }
    }

    private void indicator(String path, IndicatorInput indicator) {
        text(path + "name", indicator.name(), LONGEST_NAME);
        text(path + "unitOfMeasure", indicator.unitOfMeasure(), LONGEST_UNIT);
        if ((indicator.aspect() == null) == (indicator.perspective() == null)) {
            note(path + (indicator.perspective() == null ? "aspect" : "perspective"), "dimension");
        }
        if (indicator.direction() == null) {
            note(path + "direction", "direction");
            return;
        }
        switch (indicator.direction()) {
            case MAX, MIN -> {
                positive(path + "target", indicator.target());
                absent(path + "targetLow", indicator.targetLow());
                absent(path + "targetHigh", indicator.targetHigh());
            }
            case RANGE_MAX, RANGE_MIN -> {
                absent(path + "target", indicator.target());
                positive(path + "targetLow", indicator.targetLow());
                positive(path + "targetHigh", indicator.targetHigh());
                if (indicator.targetLow() != null && indicator.targetHigh() != null
                        && indicator.targetHigh().compareTo(indicator.targetLow()) < 0) {
                    note(path + "targetHigh", "range");
                }
            }
            default -> {
                absent(path + "target", indicator.target());
                absent(path + "targetLow", indicator.targetLow());
                absent(path + "targetHigh", indicator.targetHigh());
            }
        }
    }

    private void text(String field, String text, int longest) {
        if (text == null || text.isBlank()) {
            note(field, "empty");
        } else if (text.strip().length() > longest) {
            note(field, "long", longest);
        }
    }

    /** Achievement is measured against it, so 0 is no target (regions.md 2). */
    private void positive(String field, BigDecimal number) {
        if (number == null || number.signum() <= 0) {
            note(field, "target");
        } else if (number.stripTrailingZeros().scale() > MOST_DECIMALS
                || number.precision() - number.scale() > MOST_DIGITS) {
            note(field, "digits", MOST_DIGITS, MOST_DECIMALS);
        }
    }

    private void absent(String field, BigDecimal number) {
        if (number != null) {
            note(field, "no-target");
        }
    }

    private void note(String field, String what, Object... arguments) {
        wrong.add(new FieldProblem(field, texts.text(language, "planning.result.wrong." + what, arguments)));
    }
}
