package id.capaian.kernel.health;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemAnswers;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Sends late comers elsewhere (503) when the node only waits for what already runs. */
@Provider
@ApplicationScoped
@PreMatching
@Priority(Priorities.AUTHENTICATION - 850)
public class ClosedDoor implements ContainerRequestFilter {

    private final Drain drain;
    private final ProblemAnswers answers;

    ClosedDoor() {
        this(null, null);
    }

    @Inject
    ClosedDoor(Drain drain, ProblemAnswers answers) {
        this.drain = drain;
        this.answers = answers;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (drain.isClosed()) {
            request.abortWith(answers.answer(Problem.TOO_BUSY));
        }
    }
}
