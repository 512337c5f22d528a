package id.capaian.progress.control;

import id.capaian.extension.Catalogue;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.planning.IndicatorAtWork;
import id.capaian.plugin.api.Form;
import id.capaian.plugin.api.FormPurpose;
import id.capaian.plugin.engine.FormAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The form a plan's pack brings for progress, and the check of its answers. */
@ApplicationScoped
class ProgressForms {

    private final Catalogue catalogue;

    ProgressForms() {
        this(null);
    }

    @Inject
    ProgressForms(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Empty when the plan was written by hand, or its pack brings no such form or is not loaded. */
    Optional<Form> of(IndicatorAtWork own) {
        if (own.packId() == null) {
            return Optional.empty();
        }
        return catalogue.descriptor(own.packId(), own.packVersion()).stream()
                .flatMap(descriptor -> descriptor.forms().stream())
                .filter(form -> form.purpose() == FormPurpose.PROGRESS).findFirst();
    }

    /** Refuses answers that do not fit, each with its field and remedy in the reader's language. */
    void check(Form form, String answers, Locale locale) {
        List<FieldProblem> problems = FormAnswers.validate(form, answers, locale).stream()
                .map(error -> new FieldProblem(field(error.pointer()), error.message())).toList();
        if (!problems.isEmpty()) {
            throw ProblemException.ofFields(Problem.INVALID_INPUT, problems);
        }
    }

    private static String field(String pointer) {
        return pointer.startsWith("/") ? pointer.substring(1) : pointer;
    }
}
