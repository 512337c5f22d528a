package id.capaian.kernel.jobs;

import id.capaian.kernel.tenancy.TenantCode;

/** Says for which tenants this node may work now. */
public interface Admission {

    /** Whether the tenant is in service, with tables this release works with. */
    boolean isServed(TenantCode tenant);
}
