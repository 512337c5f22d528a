package id.capaian.extension;

import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.plugin.api.Form;
import id.capaian.plugin.api.FormPurpose;
import id.capaian.plugin.engine.FormAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms packs bring, and the check of their answers. Costs no database access. */
@ApplicationScoped
public class PackForms {

    private final Catalogue catalogue;

    PackForms() {
        this(null);
    }

    @Inject
    public PackForms(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * A pack's form for a purpose.
     *
     * @param packId null for what was written by hand
     * @return empty also when the pack has no such form or this node has not verified it
     */
    public Optional<Form> find(String packId, String packVersion, FormPurpose purpose) {
        if (packId == null) {
            return Optional.empty();
        }
        return catalogue.descriptor(packId, packVersion).stream().flatMap(descriptor -> descriptor.newestForms().stream())
                .filter(form -> form.purpose() == purpose).findFirst();
    }

    /**
     * The form to be answered.
     *
     * @throws ProblemException {@link Problem#NOT_FOUND} when the pack has no such form, {@link Problem#PACK_NOT_READY}
     *                          while this node cannot say
     */
    public Form get(String packId, String packVersion, FormPurpose purpose) {
        return find(packId, packVersion, purpose).orElseThrow(() -> isKnown(packId, packVersion)
                ? new ProblemException(Problem.NOT_FOUND)
                : ProblemException.of(Problem.PACK_NOT_READY, packId, packVersion));
    }

    /**
     * Whether this node can say which forms a pack has. It cannot before it has verified the pack, nor once its key is
     * withdrawn or it is neither offered nor enabled any more; what was answered before is to be kept then.
     *
     * @param packId null for what was written by hand, which has none
     */
    public boolean isKnown(String packId, String packVersion) {
        return packId == null || catalogue.descriptor(packId, packVersion).isPresent();
    }

    /**
     * Refuses answers that do not fit, each with its field ({@code served}, {@code goals.0.due}) and remedy.
     *
     * @param answers a JSON object in text
     * @param locale  language of the remedies
     * @throws ProblemException {@link Problem#INVALID_INPUT}
     */
    public void check(Form form, String answers, Locale locale) {
        List<FieldProblem> problems = FormAnswers.validate(form, answers, locale).stream()
                .map(error -> new FieldProblem(field(error.pointer()), error.message())).toList();
        if (!problems.isEmpty()) {
            throw ProblemException.ofFields(Problem.INVALID_INPUT, problems);
        }
    }

    private static String field(String pointer) {
        return pointer.startsWith("/") ? pointer.substring(1).replace('/', '.') : pointer;
    }
}
