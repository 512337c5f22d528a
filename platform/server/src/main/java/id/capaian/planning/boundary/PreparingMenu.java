package id.capaian.planning.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.MenuEntry;
import id.capaian.kernel.page.MenuSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the preparation of plans adds to the regional admin's navigation. */
@ApplicationScoped
public class PreparingMenu implements MenuSource {

    private static final List<MenuEntry> ENTRIES =
            List.of(MenuEntry.of("planning.menu.prepare", "/skp/siapkan", 65, Roles.REGION_HR_ADMIN));

    @Override
    public List<MenuEntry> entries() {
        return ENTRIES;
    }
}
