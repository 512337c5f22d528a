package id.capaian.statistics.boundary;

import id.capaian.kernel.page.Option;
import java.util.List;

/**
 * The national page, or a province's.
 *
 * @param periods    choices of the period picker
 * @param categories predicates, best first
 */
public record NationalView(SummaryView summary, List<Option> periods, List<String> categories, Chart chart) {
}
