package id.capaian.access.control;

import id.capaian.access.entity.GrantedRole;
import id.capaian.access.entity.RoleGrant;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Takes a role back. Who held it is to be signed out by the caller of this use case, so that it is gone at once. */
@TenantUseCase
public class RevokeRole {

    private final Grants grants;
    private final AccountSql accounts;
    private final TenantToday today;

    RevokeRole() {
        this(null, null, null);
    }

    @Inject
    RevokeRole(Grants grants, AccountSql accounts, TenantToday today) {
        this.grants = grants;
        this.accounts = accounts;
        this.today = today;
    }

    /**
     * Revokes it.
     *
     * @param version the version the decision was made on
     * @return the account that held it; empty when the holder has none yet
     * @throws ProblemException {@link Problem#NOT_FOUND}, {@link Problem#VERSION_STALE}, or {@link Problem#CONFLICT} for
     *                          the region's last administrator
     */
    public Optional<String> revoke(UUID roleGrantId, long version) {
        LocalDate day = today.get();
        RoleGrant grant = grants.find(roleGrantId).filter(found -> found.isOpenOn(day))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        if (grant.version() != version) {
            throw new ProblemException(Problem.VERSION_STALE);
        }
        if (grant.role() == GrantedRole.REGION_HR_ADMIN && !grants.isHeldByAnother(grant, day)) {
            throw new ProblemException(Problem.CONFLICT);
        }
        if (grant.beganBefore(day)) {
            grant.endBefore(day);
        } else {
            grants.remove(grant);
        }
        return holder(grant);
    }

    /** The account that holds it; empty when there is no such grant or its holder has no account yet. */
    public Optional<String> holder(UUID roleGrantId) {
        return grants.find(roleGrantId).flatMap(this::holder);
    }

    private Optional<String> holder(RoleGrant grant) {
        return grant.subject() != null ? Optional.of(grant.subject()) : accounts.subjectOf(grant.employeeId());
    }
}
