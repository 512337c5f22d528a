package id.capaian.access.boundary;

import id.capaian.kernel.jobs.Admission;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.registry.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Holds jobs to the rule requests are held to: the tenant is active, and its tables are in range. */
@ApplicationScoped
class ServedTenants implements Admission {

    private final Tenants tenants;
    private final SchemaRange schemas;

    ServedTenants() {
        this(null, null);
    }

    @Inject
    ServedTenants(Tenants tenants, SchemaRange schemas) {
        this.tenants = tenants;
        this.schemas = schemas;
    }

    @Override
    public boolean isServed(TenantCode tenant) {
        return tenants.find(tenant).filter(found -> found.isActive() && schemas.holds(found.schemaVersion())).isPresent();
    }
}
