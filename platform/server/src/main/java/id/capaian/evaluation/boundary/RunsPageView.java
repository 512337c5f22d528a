package id.capaian.evaluation.boundary;

import id.capaian.kernel.page.Option;
import java.util.List;

/**
 * The list of runs with the forms that open a period and start a run.
 *
 * @param withoutRater how many people of the period nobody is set to rate; 0 for all but the personnel agency
 * @param units        units the caller may start a run for; empty for who may start none here
 * @param key          idempotency key for the forms of this page
 */
public record RunsPageView(List<RunView> runs, List<Option> periods, String period, long withoutRater,
        List<Option> units, String key) {
}
