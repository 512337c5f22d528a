package id.capaian.kernel.identity;

import id.capaian.kernel.crowd.Place;
import id.capaian.kernel.crowd.Verdict;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.Patience;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.kernel.tenancy.Work;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The one who calls, during one request or one job run. Empty until {@code access} (a request) or {@code kernel.jobs}
 * (a job) says who it is; whoever asks before that is refused. Injected; {@link CallerSource} makes it.
 */
public class Caller {

    private TenantCode tenant;
    private String subject;
    private String displayName;
    private UUID employeeId;
    private Set<String> roles = Set.of();
    private String requestId;
    private boolean job;
    private Place place;
    private Patience patience;

    /** Called once per request by {@code access}. Tenant is null for national and operator people. */
    public void signedOn(TenantCode tenant, String subject, String displayName, UUID employeeId, Set<String> roles) {
        this.tenant = tenant;
        this.subject = subject;
        this.displayName = displayName;
        this.employeeId = employeeId;
        this.roles = Set.copyOf(roles);
    }

    /** A visitor of a tenant's public pages, or the server itself acting for a tenant before anybody is signed on. */
    public void actingFor(TenantCode tenant, String actor) {
        signedOn(tenant, actor, actor, null, Set.of());
    }

    /** Called once per job run by {@code kernel.jobs}. */
    public void runsJob(TenantCode tenant, String task, String runId) {
        actingFor(tenant, "job:" + task);
        this.requestId = runId;
        this.job = true;
    }

    public void inRequest(String requestId) {
        this.requestId = requestId;
    }

    /** Called by {@code access} with each place the request is given; what it waits for the database counts together. */
    public void worksAt(Place place) {
        this.place = place;
        if (patience == null) {
            patience = new Patience();
        }
    }

    /**
     * What begins now takes long, so a request goes on at a place kept for such work; a job needs none.
     *
     * @throws ProblemException when there is none for it
     */
    public void goOnWithLongWork() {
        Verdict verdict = place == null ? Verdict.COME_IN : place.goOnWithLongWork();
        if (verdict != Verdict.COME_IN) {
            throw new ProblemException(verdict.problem());
        }
    }

    /** What took long is over; called once for each {@link #goOnWithLongWork} that was let in. */
    public void longWorkIsOver() {
        if (place != null) {
            place.longWorkIsOver();
        }
    }

    /** The tenant addressed; refuses when there is none. */
    public TenantCode tenant() {
        if (tenant == null) {
            throw new ProblemException(Problem.FORBIDDEN);
        }
        return tenant;
    }

    public Optional<TenantCode> tenantIfAny() {
        return Optional.ofNullable(tenant);
    }

    /** Subject of the account, as logs and audit name the caller; never a NIP. */
    public String subject() {
        if (subject == null) {
            throw new ProblemException(Problem.NOT_SIGNED_ON);
        }
        return subject;
    }

    public boolean isSignedOn() {
        return subject != null;
    }

    public String displayName() {
        return displayName;
    }

    /** The employee behind the account; refuses accounts that belong to no employee (a first regional admin, say). */
    public UUID employeeId() {
        return employeeIfAny().orElseThrow(() -> new ProblemException(Problem.NOT_AN_EMPLOYEE));
    }

    public Optional<UUID> employeeIfAny() {
        return Optional.ofNullable(employeeId);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    public Set<String> roles() {
        return roles;
    }

    public String requestId() {
        return requestId == null ? "none" : requestId;
    }

    /** What the caller's unit of work runs as, when it comes in by the given door. */
    public Work work(Work.Door door) {
        Work work = workAt(door);
        return patience == null ? work : work.with(patience);
    }

    private Work workAt(Work.Door door) {
        return switch (door) {
            case TENANT -> new Work(door, tenant(), subject(), requestId(), job);
            case NATIONAL -> new Work(door, null, subject(), requestId(), job);
            case SYSTEM -> new Work(door, null, isSignedOn() ? subject() : "system", requestId(), job);
        };
    }
}
