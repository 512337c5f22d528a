package id.capaian.access.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.MenuEntry;
import id.capaian.kernel.page.MenuSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What access adds to the navigation. */
@ApplicationScoped
public class AccessMenu implements MenuSource {

    private static final List<MenuEntry> ENTRIES = List.of(
            MenuEntry.inBar("access.menu.home", "", 10),
            MenuEntry.of("access.menu.roles", "/peran", 62, Roles.REGION_HR_ADMIN),
            MenuEntry.inBar("access.menu.mine", "/saya", 90));

    @Override
    public List<MenuEntry> entries() {
        return ENTRIES;
    }
}
