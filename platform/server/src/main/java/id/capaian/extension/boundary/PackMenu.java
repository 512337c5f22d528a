package id.capaian.extension.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.MenuEntry;
import id.capaian.kernel.page.MenuSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The regional admin's way to the packs. */
@ApplicationScoped
public class PackMenu implements MenuSource {

    @Override
    public List<MenuEntry> entries() {
        return List.of(MenuEntry.of("extension.menu", "/paket", 64, Roles.REGION_HR_ADMIN));
    }
}
