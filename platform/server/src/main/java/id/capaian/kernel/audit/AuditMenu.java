package id.capaian.kernel.audit;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.MenuEntry;
import id.capaian.kernel.page.MenuSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the audit adds to the navigation. */
@ApplicationScoped
public class AuditMenu implements MenuSource {

    @Override
    public List<MenuEntry> entries() {
        return List.of(MenuEntry.of("kernel.audit.menu", "/audit", 68, Roles.REGION_HR_ADMIN));
    }
}
