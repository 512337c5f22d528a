package id.capaian.statistics.control;

import id.capaian.kernel.tenancy.LongWork;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * Compares what the tenant has published with what its evaluations say now, and publishes the units that differ; of a
 * period that is over it tells the nation so.
 */
@LongWork
@TenantUseCase
public class PublishMissed {

    private static final String ARCHIVED = "ARCHIVED";

    private final SummarySql summaries;
    private final Periods periods;
    private final Clock clock;

    PublishMissed() {
        this(null, null, null);
    }

    @Inject
    PublishMissed(SummarySql summaries, Periods periods, Clock clock) {
        this.summaries = summaries;
        this.periods = periods;
        this.clock = clock;
    }

    /** Codes of the periods whose figures may still change. */
    public List<String> periods() {
        return periods.all().stream().filter(period -> !period.status().equals(ARCHIVED)).map(Period::code).toList();
    }

    /** @return how many units were published anew; 0 when nothing had been missed */
    public int publish(String periodCode) {
        summaries.awaitTurns(periodCode);
        // Asked before and after: who ends after the counting, or is reopened before it, must not be missing from final
        // figures.
        boolean over = summaries.isOver(periodCode);
        int units = summaries.publishMissed(periodCode, clock.instant());
        if (over && summaries.isOver(periodCode)) {
            summaries.finish(periodCode);
        }
        return units;
    }
}
