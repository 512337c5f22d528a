package id.capaian.people.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.MenuEntry;
import id.capaian.kernel.page.MenuSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What people adds to the navigation. */
@ApplicationScoped
public class PeopleMenu implements MenuSource {

    @Override
    public List<MenuEntry> entries() {
        return List.of(MenuEntry.of("people.menu.imports", "/impor", 61, Roles.REGION_HR_ADMIN),
                MenuEntry.of("people.menu.accounts", "/akun", 62, Roles.REGION_HR_ADMIN));
    }
}
