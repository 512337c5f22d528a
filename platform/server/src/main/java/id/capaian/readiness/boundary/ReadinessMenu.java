package id.capaian.readiness.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.MenuEntry;
import id.capaian.kernel.page.MenuSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The admins' way to what is missing, and the regional admin's to what is to be prepared. */
@ApplicationScoped
public class ReadinessMenu implements MenuSource {

    private static final List<MenuEntry> ENTRIES = List.of(
            MenuEntry.of("readiness.menu.preparation", "/persiapan", 60, Roles.REGION_HR_ADMIN),
            MenuEntry.of("readiness.menu", "/kesiapan", 61, Roles.REGION_HR_ADMIN, Roles.UNIT_HR_ADMIN));

    @Override
    public List<MenuEntry> entries() {
        return ENTRIES;
    }
}
