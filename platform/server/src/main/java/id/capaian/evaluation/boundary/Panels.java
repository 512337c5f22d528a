package id.capaian.evaluation.boundary;

import id.capaian.kernel.page.Pages;
import id.capaian.kernel.page.Shell;
import id.capaian.kernel.page.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** Puts suggestions into words. */
@ApplicationScoped
class Panels {

    private final Pages pages;

    Panels() {
        this(null);
    }

    @Inject
    Panels(Pages pages) {
        this.pages = pages;
    }

    /** The panel of a suggestion; null when there is none. */
    SuggestionPanel of(SuggestionView suggestion) {
        if (suggestion == null) {
            return null;
        }
        Shell shell = pages.shell();
        Locale locale = Locale.forLanguageTag(shell.language());
        boolean scored = suggestion.resultScore() != null;
        List<Step> steps = suggestion.explanation().steps().stream().map(step -> step(step, shell, locale)).toList();
        List<String> flags = suggestion.explanation().flags().stream()
                .map(flag -> flag.about() + ": " + flag.text().in(locale)).toList();
        String source = shell.t("evaluation.suggestion.source", shell.instant(suggestion.madeAt()), suggestion.packId(),
                suggestion.packVersion(), suggestion.formulaId());
        return new SuggestionPanel(scored ? sentence(suggestion, shell) : refusal(suggestion, shell, locale), scored,
                scored ? shell.t("evaluation.suggestion.index", shell.number(suggestion.indexScore(), 2)) : null, steps,
                flags, source);
    }

    private static String sentence(SuggestionView suggestion, Shell shell) {
        return shell.t("evaluation.suggestion.scored", rating(shell, suggestion.resultRating()),
                shell.number(suggestion.resultScore(), 2), rating(shell, suggestion.behaviourRating()),
                shell.number(suggestion.behaviourScore(), 2));
    }

    private static String refusal(SuggestionView suggestion, Shell shell, Locale locale) {
        String reason = suggestion.explanation().reason() == null
                ? shell.t("evaluation.fault." + suggestion.reasonCode()) : suggestion.explanation().reason().in(locale);
        return shell.t("evaluation.suggestion.refused", reason);
    }

    private static String rating(Shell shell, String rating) {
        return shell.t("evaluation.rating." + rating).toLowerCase(Locale.ROOT);
    }

    private static Step step(id.capaian.plugin.api.Step step, Shell shell, Locale locale) {
        String value = shell.number(step.value(), 2) + (step.unit() == id.capaian.plugin.api.StepUnit.PERCENT ? " %"
                : "");
        String detail = step.note() == null ? step.expression() : step.expression() + " · " + step.note().in(locale);
        return new Step(step.label().in(locale), detail, value);
    }
}
