package id.capaian.kernel.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Ahead of the container's own mapper for violated shapes, which would answer in its own way. */
@Provider
@ApplicationScoped
public class ViolationMapper implements ExceptionMapper<ConstraintViolationException> {

    private final Violations violations;
    private final ProblemAnswers answers;

    ViolationMapper() {
        this(null, null);
    }

    @Inject
    ViolationMapper(Violations violations, ProblemAnswers answers) {
        this.violations = violations;
        this.answers = answers;
    }

    @Override
    public Response toResponse(ConstraintViolationException failure) {
        return answers.answer(violations.finding(failure));
    }
}
