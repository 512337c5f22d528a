package id.capaian.access.control;

import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.Employees;
import id.capaian.people.RoleSource;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What an account is in the tenant today: its employee, the roles granted, and those its relations imply. */
@TenantUseCase
public class ReadStanding {

    private final AccountSql accounts;
    private final Employees employees;
    private final Instance<RoleSource> sources;
    private final TenantToday today;

    ReadStanding() {
        this(null, null, null, null);
    }

    @Inject
    ReadStanding(AccountSql accounts, Employees employees, @Any Instance<RoleSource> sources, TenantToday today) {
        this.accounts = accounts;
        this.employees = employees;
        this.sources = sources;
        this.today = today;
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
        LocalDate day = today.get();
        Optional<UUID> employee = accounts.employeeOf(subject);
        Set<String> roles = new HashSet<>(accounts.rolesOf(subject, employee.orElse(null), day));
        employee.ifPresent(id -> {
            roles.addAll(employees.impliedRoles(id, day));
            sources.forEach(source -> roles.addAll(source.rolesOf(id)));
        });
        return new Found(employee.orElse(null), roles);
    }
}
