package id.capaian.evaluation.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.MenuEntry;
import id.capaian.kernel.page.MenuSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What evaluation adds to the navigation. */
@ApplicationScoped
public class EvaluationMenu implements MenuSource {

    private static final List<MenuEntry> ENTRIES = List.of(
            MenuEntry.inBar("evaluation.menu.results", "/hasil", 35, Roles.EMPLOYEE),
            MenuEntry.inBar("evaluation.menu.team", "/tim", 50, Roles.RATER, Roles.RATER_SUPERIOR),
            MenuEntry.of("evaluation.menu.calibration", "/penyelarasan", 52, Roles.UNIT_HEAD),
            MenuEntry.of("evaluation.menu.organisation", "/organisasi", 55, Roles.UNIT_HEAD, Roles.PERF_MANAGER,
                    Roles.REGION_HR_ADMIN),
            MenuEntry.of("evaluation.menu.runs", "/evaluasi", 60, Roles.REGION_HR_ADMIN, Roles.UNIT_HEAD),
            MenuEntry.of("evaluation.menu.search", "/cari", 61, Roles.REGION_HR_ADMIN));

    @Override
    public List<MenuEntry> entries() {
        return ENTRIES;
    }
}
