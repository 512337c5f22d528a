package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.EvaluationRun;
import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** Says why a run does not go on. */
@TenantUseCase
public class BlockRun {

    private final EntityManager entityManager;

    BlockRun() {
        this(null);
    }

    @Inject
    BlockRun(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** @param reason key of a text */
    public void block(UUID runId, String reason) {
        entityManager.find(EvaluationRun.class, runId, LockModeType.PESSIMISTIC_WRITE).block(reason);
    }
}
