package id.capaian.kernel.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns every failure into the answer to its problem. What is our fault is logged, once. */
@Provider
@ApplicationScoped
public class FailureMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(FailureMapper.class.getName());
    private static final int FIRST_ERROR = 400;

    private final Diagnosis diagnosis;
    private final ProblemAnswers answers;

    FailureMapper() {
        this(null, null);
    }

    @Inject
    FailureMapper(Diagnosis diagnosis, ProblemAnswers answers) {
        this.diagnosis = diagnosis;
        this.answers = answers;
    }

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException e && e.getResponse().getStatus() < FIRST_ERROR) {
            return e.getResponse();
        }
        Finding finding = diagnosis.of(failure);
        if (finding.problem() == Problem.INTERNAL) {
            LOG.log(Level.SEVERE, "Request failed", failure);
        } else if (finding.problem() == Problem.TOO_BUSY) {
            LOG.log(Level.WARNING, "Request found no room: {0}", failure.toString());
        }
        return answers.answer(finding);
    }
}
