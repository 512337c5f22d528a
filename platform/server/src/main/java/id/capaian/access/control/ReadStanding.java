package id.capaian.access.control;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.registry.Tenants;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What an account is in the tenant today: its employee, the roles granted, and those its relations imply. */
@TenantUseCase
public class ReadStanding {

    private final AccountSql accounts;
    private final Tenants tenants;
    private final Caller caller;
    private final Clock clock;

    ReadStanding() {
        this(null, null, null, null);
    }

    @Inject
    ReadStanding(AccountSql accounts, Tenants tenants, Caller caller, Clock clock) {
        this.accounts = accounts;
        this.tenants = tenants;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param employeeId employee behind the account; null when it belongs to none
     * @param roles      empty for an account nobody has given one
     */
    public record Found(UUID employeeId, Set<String> roles) {
    }

    public Found of(String subject) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), tenants.zoneOf(caller.tenant()));
        Optional<UUID> employee = accounts.employeeOf(subject);
        Set<String> roles = new HashSet<>(accounts.rolesOf(subject, employee.orElse(null), today));
        if (employee.isPresent()) {
            roles.add(Roles.EMPLOYEE);
        }
        return new Found(employee.orElse(null), roles);
    }
}
