package id.capaian.statistics.control;

import id.capaian.kernel.tenancy.LongWork;
import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Gives the nation the counts of one unit in one period; no person is in them. */
@LongWork
@TenantUseCase
public class PublishSummary {

    private final SummarySql summaries;
    private final Clock clock;

    PublishSummary() {
        this(null, null);
    }

    @Inject
    PublishSummary(SummarySql summaries, Clock clock) {
        this.summaries = summaries;
        this.clock = clock;
    }

    /**
     * Replaces what was published of the unit and period before; nothing happens when the tenant has no such unit or
     * period. A unit without final evaluations publishes zeros, so that reopened ones are counted no more.
     */
    public void publish(String periodCode, UUID orgUnitId) {
        summaries.awaitTurn(periodCode, orgUnitId);
        summaries.publish(periodCode, orgUnitId, clock.instant());
    }
}
