package id.capaian.statistics.control;

import id.capaian.kernel.jobs.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Publishes one unit's counts of one period, then derives the period's national figures anew. */
@ApplicationScoped
public class SummaryJob implements JobHandler {

    static final String TASK = "publish-summary";

    private final PublishSummary publishSummary;
    private final RefreshCube refreshCube;

    SummaryJob() {
        this(null, null);
    }

    @Inject
    SummaryJob(PublishSummary publishSummary, RefreshCube refreshCube) {
        this.publishSummary = publishSummary;
        this.refreshCube = refreshCube;
    }

    @Override
    public String task() {
        return TASK;
    }

    /** Two transactions, because two doors: the tenant's counts stand even when the second one must be tried again. */
    @Override
    public void run(String key) {
        SummaryKey unit = SummaryKey.parse(key);
        publishSummary.publish(unit.periodCode(), unit.orgUnitId());
        refreshCube.refresh(unit.periodCode());
    }
}
