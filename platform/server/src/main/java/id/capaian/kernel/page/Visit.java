package id.capaian.kernel.page;

import jakarta.enterprise.context.RequestScoped;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a page must know of the request besides its caller. The kernel's own filter says path and language, {@code access}
 * adds the tenant.
 */
@RequestScoped
public class Visit {

    /** Where no tenant is addressed, times are those of the capital. */
    private static final ZoneId CAPITAL = ZoneId.of("Asia/Jakarta");

    private String path = "/";
    private String switchHref = "/";
    private Language language = Language.ID;
    private String flashKey;
    private String tenantName;
    private ZoneId zone = CAPITAL;

    /** Called once per request, before anything else. */
    void at(String path, String switchHref, Language language, String flashKey) {
        this.path = path;
        this.switchHref = switchHref;
        this.language = language;
        this.flashKey = flashKey;
    }

    /** Called by {@code access} when the address names a tenant. */
    public void inTenant(String name, ZoneId zone) {
        this.tenantName = name;
        this.zone = zone;
    }

    public String path() {
        return path;
    }

    /** Address of this page in the other language. */
    public String switchHref() {
        return switchHref;
    }

    public Language language() {
        return language;
    }

    public ZoneId zone() {
        return zone;
    }

    Optional<String> flashKey() {
        return Optional.ofNullable(flashKey);
    }

    Optional<String> tenantName() {
        return Optional.ofNullable(tenantName);
    }
}
