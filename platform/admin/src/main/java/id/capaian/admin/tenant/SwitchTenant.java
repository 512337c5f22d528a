package id.capaian.admin.tenant;

import id.capaian.admin.AdminException;
import id.capaian.admin.database.Database;
import id.capaian.admin.database.Sql;
import id.capaian.keycloak.admin.KeycloakAdmin;

/** Closes or opens a tenant at once. The file decides in the long run: the next apply brings its state back. */
public final class SwitchTenant {

    private final Database database;
    private final KeycloakAdmin keycloak;

    /** @param keycloak null when it is not configured; the registry alone is switched then */
    public SwitchTenant(Database database, KeycloakAdmin keycloak) {
        this.database = database;
        this.keycloak = keycloak;
    }

    /**
     * Servers refuse a suspended tenant within seconds, and Keycloak lets its people in no more.
     *
     * @throws AdminException when there is no such tenant, or it was never applied to the end
     */
    public void to(TenantConfig.State state, String code) {
        int changed = database.transaction(connection -> Sql.update(connection, """
                update registry.tenant set desired_state = ?, observed_state = ?, changed_at = clock_timestamp()
                 where code = ? and observed_state in ('ACTIVE', 'SUSPENDED') and desired_state <> 'DROPPED'""",
                state.name(), state.name(), code));
        if (changed == 0) {
            throw new AdminException("Tenant " + code + " is not in service: run `tenant apply " + code + "`.");
        }
        if (keycloak != null) {
            keycloak.organizations().setEnabled(code, state == TenantConfig.State.ACTIVE);
        }
    }
}
