package id.capaian.kernel.problem;

import id.capaian.kernel.page.Texts;
import id.capaian.kernel.page.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Says violated shapes of the input in the reader's language. */
@ApplicationScoped
public class Violations {

    private static final String TEXT = "problem.constraint.";
    private static final String EXPECTED = "problem.expected.";

    private final Texts texts;
    private final Visit visit;

    Violations() {
        this(null, null);
    }

    @Inject
    Violations(Texts texts, Visit visit) {
        this.texts = texts;
        this.visit = visit;
    }

    /** Fields and what is wrong with each, for forms that are shown again; sorted by field. */
    public List<FieldProblem> fields(Iterable<? extends ConstraintViolation<?>> violations) {
        List<FieldProblem> fields = new ArrayList<>();
        violations.forEach(violation -> fields.add(new FieldProblem(field(violation.getPropertyPath()), detail(violation))));
        fields.sort(Comparator.comparing(FieldProblem::field));
        return fields;
    }

    Finding finding(ConstraintViolationException e) {
        return new Finding(Problem.INVALID_INPUT, List.of(), fields(e.getConstraintViolations()));
    }

    Finding finding(FieldMisread e) {
        return new Finding(e.problem(), List.of(), List.of(new FieldProblem(e.field(),
                texts.text(visit.language(), EXPECTED + e.expected(), e.choices()))));
    }

    /** Path as the input names it: without the method and the parameter the container puts before it. */
    private static String field(Path path) {
        StringBuilder name = new StringBuilder();
        for (Path.Node node : path) {
            boolean ofInput = node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.BEAN;
            if (ofInput && node.getName() != null) {
                String index = node.isInIterable() && node.getIndex() != null ? "[" + node.getIndex() + "]" : "";
                name.append(index).append(name.isEmpty() ? "" : ".").append(node.getName());
            }
        }
        return name.isEmpty() ? path.toString() : name.toString();
    }

    private String detail(ConstraintViolation<?> violation) {
        String own = violation.getMessageTemplate().replaceAll("^\\{|}$", "");
        if (texts.has(own)) {
            return texts.text(visit.language(), own);
        }
        String constraint = violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
        String key = texts.has(TEXT + constraint) ? TEXT + constraint : TEXT + "other";
        Map<String, Object> bounds = violation.getConstraintDescriptor().getAttributes();
        return texts.text(visit.language(), key, bounds.getOrDefault("min", bounds.getOrDefault("value", "")),
                bounds.getOrDefault("max", ""));
    }
}
