package id.capaian.access.control;

import id.capaian.access.RoleGrantView;
import id.capaian.access.entity.GrantedRole;
import id.capaian.access.entity.RoleGrant;
import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.Employees;
import id.capaian.people.Units;
import id.capaian.registry.Tenants;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Gives an employee a role. It counts from the holder's next refresh, within minutes. */
@TenantUseCase
public class GrantRole {

    private final Grants grants;
    private final Employees employees;
    private final Units units;
    private final Once once;
    private final Caller caller;
    private final Clock clock;
    private final TenantToday today;
    private final Tenants tenants;

    GrantRole() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    GrantRole(Grants grants, Employees employees, Units units, Once once, Caller caller, Clock clock, TenantToday today,
            Tenants tenants) {
        this.grants = grants;
        this.employees = employees;
        this.units = units;
        this.once = once;
        this.caller = caller;
        this.clock = clock;
        this.today = today;
        this.tenants = tenants;
    }

    /**
     * What is asked for.
     *
     * @param orgUnitId unit it is held for; null for the whole region
     * @param from      first day; null for today
     */
    public record Wish(GrantedRole role, UUID employeeId, UUID orgUnitId, LocalDate from) {
    }

    /**
     * Grants it.
     *
     * @throws ProblemException {@link Problem#NOT_FOUND} for an unknown employee or unit, {@link Problem#CONFLICT} when
     *                          the employee holds that very role already, {@link Problem#FORBIDDEN} for a role that
     *                          only a province grants
     */
    public RoleGrantView grant(Wish wish, String key) {
        return once.perform(key, wish, RoleGrantView.class, () -> grant(wish));
    }

    /**
     * As {@link #grant(Wish, String)}, for who is named by number or, an official, by key; a name that is nobody's is
     * {@link Problem#NOT_FOUND}.
     */
    public RoleGrantView grant(GrantedRole role, String name, UUID orgUnitId, String key) {
        UUID employeeId = employees.named(name).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND)).employeeId();
        return grant(new Wish(role, employeeId, orgUnitId, null), key);
    }

    private RoleGrantView grant(Wish wish) {
        if (wish.role() == GrantedRole.PROVINCE_OVERSEER && !isProvince()) {
            throw new ProblemException(Problem.FORBIDDEN);
        }
        boolean known = employees.find(wish.employeeId()).isPresent()
                && (wish.orgUnitId() == null || units.find(wish.orgUnitId()).isPresent());
        if (!known) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        LocalDate from = wish.from() == null ? today.get() : wish.from();
        boolean held = grants.openOn(from, wish.role()).stream().anyMatch(grant -> wish.employeeId().equals(grant.employeeId())
                && Objects.equals(wish.orgUnitId(), grant.orgUnitId()));
        if (held) {
            throw new ProblemException(Problem.CONFLICT);
        }
        RoleGrant grant = RoleGrant.to(wish.employeeId(), wish.role(), wish.orgUnitId(), from, Ids.next(clock.millis()))
                .by(caller.subject(), clock.instant());
        grants.add(grant);
        return grants.views(List.of(grant)).get(0);
    }

    /** A province's code has two digits (domain.md 12.6). */
    private boolean isProvince() {
        return tenants.find(caller.tenant()).filter(tenant -> tenant.governmentCode().length() == 2).isPresent();
    }
}
