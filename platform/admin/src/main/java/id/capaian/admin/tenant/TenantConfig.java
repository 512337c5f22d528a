package id.capaian.admin.tenant;

import id.capaian.admin.database.TenantSchema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The desired state of one tenant, as its file in {@code tenants-config} says it.
 *
 * @param code tenant code, {@code [a-z][a-z0-9]{1,29}}; never changed, never reused
 * @param name name people see
 * @param government the regional government it is or belongs to
 * @param scope what part of the government, or null when all of it
 * @param timeZone Asia/Jakarta, Asia/Makassar or Asia/Jayapura
 * @param locale language people see first, {@code id} or {@code en}
 * @param state {@code active} or {@code suspended}
 * @param periods assessment periods to begin with; later ones are made inside the tenant
 * @param settings values of the tenant's settings, followed until the tenant changes one itself
 * @param packs packs it may enable
 * @param firstAdmin its first regional admin, or null when there is one already
 * @param contacts whom the operator calls, role to address
 * @param identityProvider its own identity provider, or null when its people have passwords with us
 */
public record TenantConfig(String code, String name, Government government, String scope, String timeZone,
                           String locale, State state, List<Period> periods, List<Setting> settings,
                           List<Pack> packs, FirstAdmin firstAdmin, Map<String, String> contacts,
                           OwnProvider identityProvider) {

    /** Takes copies. */
    public TenantConfig {
        periods = List.copyOf(periods);
        settings = List.copyOf(settings);
        packs = List.copyOf(packs);
        contacts = Map.copyOf(contacts);
    }

    /** Whether the tenant is served. */
    public enum State { ACTIVE, SUSPENDED }

    /**
     * A regional government by its Kemendagri code, which is what national figures are summed by.
     *
     * @param code such as {@code 64.72}
     * @param name such as {@code Kota Samarinda}
     * @param province code of its province, such as {@code 64}
     */
    public record Government(String code, String name, String province) {
    }

    /**
     * A first assessment period.
     *
     * @param code unique in the tenant
     * @param kind MONTHLY, QUARTERLY or ANNUAL
     * @param startsOn first day
     * @param endsOn last day
     * @param status state it begins in
     */
    public record Period(String code, String name, String kind, LocalDate startsOn, LocalDate endsOn, String status) {
    }

    /**
     * What the server shall know of the tenant.
     *
     * @param name the server's name of it
     * @param value in text
     * @param validFrom first day it holds
     */
    public record Setting(String name, String value, LocalDate validFrom) {
    }

    /**
     * A pack on offer.
     *
     * @param id pack id
     * @param from lowest version offered, or null
     * @param below first version not offered any more, or null
     */
    public record Pack(String id, String from, String below) {
    }

    /**
     * @param username what the person signs in with; a NIP, or a plain name for an office account
     * @param email address, or null
     */
    public record FirstAdmin(String username, String name, String email) {

        /** Without the number. */
        @Override
        public String toString() {
            return "FirstAdmin[…]";
        }
    }

    /**
     * A government's own OpenID Connect provider; its secret is not in the file.
     *
     * @param name          what people read
     * @param issuer        issuer of its tokens
     * @param clientId      our client there
     * @param usernameClaim claim that holds the NIP or NI PPPK
     */
    public record OwnProvider(String name, String issuer, String clientId, String usernameClaim) {
    }

    /** Name of the tenant's role and of its schema. */
    public String schema() {
        return TenantSchema.of(code);
    }
}
