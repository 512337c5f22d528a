package id.capaian.access.boundary;

import id.capaian.access.control.ReadStanding;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.keycloak.signon.RoleSource;
import id.capaian.keycloak.signon.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;

/** Tells sign-on what an account is in a tenant: at sign-in, at every refresh, once a minute for a bearer token. */
@ApplicationScoped
public class SignOnRoles implements RoleSource {

    private final ReadStanding readStanding;
    private final Caller caller;

    SignOnRoles() {
        this(null, null);
    }

    @Inject
    SignOnRoles(ReadStanding readStanding, Caller caller) {
        this.readStanding = readStanding;
        this.caller = caller;
    }

    @Override
    @ActivateRequestContext
    public Standing standingOf(String tenant, String subject) {
        // The caller is not known yet, that is what is being found out: until then the server acts in the account's name.
        caller.actingFor(new TenantCode(tenant), subject);
        ReadStanding.Found found = readStanding.of(subject);
        return new Standing(found.employeeId(), found.roles());
    }
}
