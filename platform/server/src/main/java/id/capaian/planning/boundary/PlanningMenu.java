package id.capaian.planning.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.MenuEntry;
import id.capaian.kernel.page.MenuSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What planning adds to the navigation. */
@ApplicationScoped
public class PlanningMenu implements MenuSource {

    private static final List<MenuEntry> ENTRIES = List.of(
            MenuEntry.inBar("planning.menu.own", "/skp", 20, Roles.EMPLOYEE),
            MenuEntry.of("planning.menu.team", "/skp/tim", 50, Roles.RATER),
            MenuEntry.of("planning.menu.prepare", "/skp/siapkan", 65, Roles.REGION_HR_ADMIN),
            MenuEntry.of("planning.menu.manage", "/skp/kelola", 65, Roles.REGION_HR_ADMIN),
            MenuEntry.of("planning.menu.periods", "/periode", 66, Roles.REGION_HR_ADMIN));

    @Override
    public List<MenuEntry> entries() {
        return ENTRIES;
    }
}
