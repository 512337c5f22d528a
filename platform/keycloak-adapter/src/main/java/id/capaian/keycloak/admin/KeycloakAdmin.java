package id.capaian.keycloak.admin;

import java.net.URI;

/**
 * Door to Keycloak's admin interface, signed in as the service account {@code capaian-admin}. Thread-safe; nothing is
 * sent before the first call. Every call throws {@link KeycloakUnavailable} or {@link KeycloakRefused}.
 *
 * <pre>{@code
 * KeycloakAdmin keycloak = new KeycloakAdmin(URI.create("http://localhost:18180"), "capaian", "capaian-admin", secret);
 * Organization city = keycloak.organizations().ensure("samarinda", "Kota Samarinda", Map.of());
 * Account account = keycloak.accounts().ensure(NewAccount.of(nip, name, FirstPassword.temporary(password)));
 * keycloak.organizations().addMember(city.id(), account.id());
 * }</pre>
 */
public final class KeycloakAdmin {

    private final Organizations organizations;
    private final Accounts accounts;
    private final IdentityProviders identityProviders;

    /**
     * @param keycloak     base address without {@code /realms}, for instance {@code http://localhost:18180}
     * @param realm        realm, {@code capaian}
     * @param clientId     client with a service account, {@code capaian-admin}
     * @param clientSecret its secret
     */
    public KeycloakAdmin(URI keycloak, String realm, String clientId, String clientSecret) {
        AdminApi api = new AdminApi(keycloak, realm, clientId, clientSecret);
        this.organizations = new Organizations(api);
        this.accounts = new Accounts(api);
        this.identityProviders = new IdentityProviders(api);
    }

    /** Tenants as Keycloak knows them, and who belongs to them. */
    public Organizations organizations() {
        return organizations;
    }

    /** Accounts, their passwords and their realm roles. */
    public Accounts accounts() {
        return accounts;
    }

    /** Governments' own identity providers. */
    public IdentityProviders identityProviders() {
        return identityProviders;
    }
}
