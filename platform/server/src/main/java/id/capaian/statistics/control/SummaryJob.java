package id.capaian.statistics.control;

import id.capaian.kernel.jobs.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Publishes one unit's counts of one period; the national figures follow ({@link FiguresWatch}). */
@ApplicationScoped
public class SummaryJob implements JobHandler {

    static final String TASK = "publish-summary";

    private final PublishSummary publishSummary;

    SummaryJob() {
        this(null);
    }

    @Inject
    SummaryJob(PublishSummary publishSummary) {
        this.publishSummary = publishSummary;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public void run(String key) {
        SummaryKey unit = SummaryKey.parse(key);
        publishSummary.publish(unit.periodCode(), unit.orgUnitId());
    }
}
