package id.capaian.extension.control;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.LongWork;
import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import java.util.UUID;

/** Ends a binding. Scores made with it stay; what comes next is rated by hand or with another pack. */
@LongWork
@TenantUseCase
public class DisablePack {

    private final PacksSql packs;

    DisablePack() {
        this(null);
    }

    @Inject
    DisablePack(PacksSql packs) {
        this.packs = packs;
    }

    /**
     * Disables; a binding that is disabled already stays so.
     *
     * @throws ProblemException {@link Problem#NOT_FOUND} when the tenant has no such binding
     */
    public void disable(UUID bindingId) {
        if (packs.bindings().stream().noneMatch(binding -> binding.bindingId().equals(bindingId))) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        packs.disable(bindingId);
    }
}
