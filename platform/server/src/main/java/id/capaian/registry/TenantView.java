package id.capaian.registry;

import id.capaian.kernel.tenancy.TenantCode;
import java.time.ZoneId;

/**
 * A tenant as the registry knows it.
 *
 * @param code           its code
 * @param name           its title, e.g. Kota Samarinda
 * @param governmentCode code of the government in the ministry's list, e.g. 64.72
 * @param governmentName name of that government
 * @param timeZone       WIB, WITA or WIT; dates on its screens are dates there
 * @param locale         language of its texts unless a person chose another, e.g. {@code id}
 * @param state          whether it is served
 * @param schemaVersion  version of its tables; null before they were made
 */
public record TenantView(TenantCode code, String name, String governmentCode, String governmentName, ZoneId timeZone,
        String locale, TenantState state, String schemaVersion) {

    public boolean isActive() {
        return state == TenantState.ACTIVE;
    }
}
