package id.capaian.kernel.jobs;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.tenancy.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;

/** Gives background work a request context, as a request has one. */
@ApplicationScoped
class InRequest {

    private final Caller caller;

    InRequest() {
        this(null);
    }

    @Inject
    InRequest(Caller caller) {
        this.caller = caller;
    }

    /** The server's own work; it has no tenant. */
    @ActivateRequestContext
    public void asServer(String what, Runnable work) {
        caller.inRequest(what);
        work.run();
    }

    /** A tenant's job. */
    @ActivateRequestContext
    public void asJob(TenantCode tenant, String task, String runId, Runnable work) {
        caller.runsJob(tenant, task, runId);
        work.run();
    }
}
