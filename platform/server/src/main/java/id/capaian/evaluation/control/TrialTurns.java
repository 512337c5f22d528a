package id.capaian.evaluation.control;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Trials of packs take tens of seconds of a request's thread and of the processor: each tenant has one at a time on
 * this node, so that whoever presses the button again and again slows nobody else.
 */
@ApplicationScoped
class TrialTurns {

    private final Set<TenantCode> trying = ConcurrentHashMap.newKeySet();
    private final Caller caller;

    TrialTurns() {
        this(null);
    }

    @Inject
    TrialTurns(Caller caller) {
        this.caller = caller;
    }

    /** @throws ProblemException {@link Problem#TRIAL_UNDER_WAY} while another of the tenant's is going on here */
    <T> T alone(Supplier<T> trial) {
        TenantCode tenant = caller.tenant();
        if (!trying.add(tenant)) {
            throw new ProblemException(Problem.TRIAL_UNDER_WAY);
        }
        try {
            return trial.get();
        } finally {
            trying.remove(tenant);
        }
    }
}
