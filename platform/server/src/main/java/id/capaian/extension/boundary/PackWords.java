package id.capaian.extension.boundary;

import id.capaian.kernel.page.Pages;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;

/** Puts what the rules of packs say about fields, which are keys of texts, into the reader's language. */
@ApplicationScoped
class PackWords {

    private static final String OURS = "extension.";

    private final Pages pages;

    PackWords() {
        this(null);
    }

    @Inject
    PackWords(Pages pages) {
        this.pages = pages;
    }

    <T> T speak(Supplier<T> act) {
        try {
            return act.get();
        } catch (ProblemException problem) {
            if (problem.fields().isEmpty()) {
                throw problem;
            }
            throw ProblemException.ofFields(problem.problem(), inWords(problem.fields()));
        }
    }

    private List<FieldProblem> inWords(List<FieldProblem> fields) {
        return fields.stream().map(field -> field.detail().startsWith(OURS)
                ? new FieldProblem(field.field(), pages.text(field.detail())) : field).toList();
    }
}
