package id.capaian.statistics.boundary;

import java.time.Instant;
import java.util.List;

/**
 * Figures of a government, a province or the nation.
 *
 * @param level       REGION, PROVINCE or NATION
 * @param tenantCount how many tenants of it have published
 * @param asOf        the oldest of its figures is of this moment
 */
public record AreaView(String level, String areaCode, String areaName, int tenantCount, Instant asOf,
        List<FigureView> figures) {

    /** Key of the text that calls it by its name: a province's government bears the same name as the province. */
    public String nameKey() {
        boolean governsProvince = level.equals("REGION") && areaCode.indexOf('.') < 0;
        return "statistics.area." + (governsProvince ? "GOVERNMENT" : level);
    }

    /** That figure; null when the area has none such. */
    public FigureView figure(String measure, String category) {
        return figures.stream().filter(figure -> figure.measure().equals(measure) && figure.category().equals(category))
                .findFirst().orElse(null);
    }
}
