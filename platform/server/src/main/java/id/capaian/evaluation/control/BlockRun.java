package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.EvaluationRun;
import id.capaian.extension.PackOffers;
import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.UUID;

/**
 * Says why a run does not go on. One whose pack is enabled nowhere any more would wait for ever: it is ended, and what
 * it computed so far stays.
 */
@TenantUseCase
public class BlockRun {

    private static final String NOT_ENABLED = "evaluation.ended.PACK_NOT_ENABLED";

    private final EntityManager entityManager;
    private final PackOffers packs;
    private final Clock clock;

    BlockRun() {
        this(null, null, null);
    }

    @Inject
    BlockRun(EntityManager entityManager, PackOffers packs, Clock clock) {
        this.entityManager = entityManager;
        this.packs = packs;
        this.clock = clock;
    }

    /** @param reason key of a text */
    public void block(UUID runId, String reason) {
        EvaluationRun run = entityManager.find(EvaluationRun.class, runId, LockModeType.PESSIMISTIC_WRITE);
        EvaluationRun.Frozen frozen = run.frozen();
        // Not this node's memory: what was enabled a moment ago on another node would end the run for good.
        if (packs.isEnabled(frozen.packId(), frozen.packVersion())) {
            run.block(reason);
        } else {
            run.end(NOT_ENABLED, clock.instant());
        }
    }
}
