package id.capaian.evaluation.boundary;

import id.capaian.extension.Catalogue;
import id.capaian.extension.PackParameter;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.page.Shell;
import id.capaian.kernel.page.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts suggestions, and figures about raters, into words. */
@ApplicationScoped
class Panels {

    private final Pages pages;
    private final Catalogue catalogue;

    Panels() {
        this(null, null);
    }

    @Inject
    Panels(Pages pages, Catalogue catalogue) {
        this.pages = pages;
        this.catalogue = catalogue;
    }

    /** The panel of a suggestion; null when there is none. */
    SuggestionPanel of(SuggestionView suggestion) {
        if (suggestion == null) {
            return null;
        }
        Shell shell = pages.shell();
        boolean scored = suggestion.resultScore() != null;
        String sentence = scored ? sentence(suggestion, shell)
                : refusal(suggestion.explanation(), suggestion.reasonCode(), shell);
        String index = scored ? shell.t("evaluation.suggestion.index", shell.number(suggestion.indexScore(), 2)) : null;
        String source = shell.t("evaluation.suggestion.source", shell.instant(suggestion.madeAt()), suggestion.packId(),
                suggestion.packVersion(), suggestion.formulaId());
        StepWords words = new StepWords(suggestion.explanation(), suggestion.inputs(),
                parameters(suggestion.packId(), suggestion.packVersion(), shell), shell);
        return panel(sentence, index, suggestion.explanation(), words, suggestion.outdated(), source, shell);
    }

    /** The panel of a figure about a rater. */
    RaterPanel of(RaterScoreView score) {
        Shell shell = pages.shell();
        String sentence = score.indexScore() == null ? refusal(score.explanation(), score.reasonCode(), shell)
                : shell.t("evaluation.rater.index", shell.number(score.indexScore(), 2));
        String source = shell.t("evaluation.suggestion.source", shell.instant(score.madeAt()), score.packId(),
                score.packVersion(), score.formulaId());
        StepWords words = new StepWords(score.explanation(), score.inputs(),
                parameters(score.packId(), score.packVersion(), shell), shell);
        return new RaterPanel(score.raterName(), score.own(), score.calibration(),
                panel(sentence, null, score.explanation(), words, false, source, shell));
    }

    /** What people call the pack's parameters, by name; nothing while this node has not verified that version. */
    private Map<String, String> parameters(String packId, String packVersion, Shell shell) {
        return catalogue.descriptor(packId, packVersion).map(pack -> PackParameter.of(pack, shell.language()))
                .orElse(List.of()).stream().collect(Collectors.toMap(PackParameter::name, PackParameter::label));
    }

    private static SuggestionPanel panel(String sentence, String index, ExplanationView explanation,
            StepWords words, boolean outdated, String source, Shell shell) {
        Locale locale = Locale.forLanguageTag(shell.language());
        List<Step> steps = explanation.steps().stream().map(words::step).toList();
        List<String> flags = explanation.flags().stream()
                .map(flag -> words.nameOf(flag.about()) + ": " + flag.text().in(locale)).toList();
        return new SuggestionPanel(sentence, index, steps, flags, outdated, source);
    }

    private static String sentence(SuggestionView suggestion, Shell shell) {
        return shell.t("evaluation.suggestion.scored", rating(shell, suggestion.resultRating()),
                shell.number(suggestion.resultScore(), 2), rating(shell, suggestion.behaviourRating()),
                shell.number(suggestion.behaviourScore(), 2));
    }

    private static String refusal(ExplanationView explanation, String reasonCode, Shell shell) {
        String reason = explanation.reason() == null ? shell.t("evaluation.fault." + reasonCode)
                : explanation.reason().in(Locale.forLanguageTag(shell.language()));
        return shell.t("evaluation.suggestion.refused", reason);
    }

    private static String rating(Shell shell, String rating) {
        return shell.t("evaluation.rating." + rating).toLowerCase(Locale.ROOT);
    }
}
