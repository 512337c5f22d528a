package id.capaian.people.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Asks for accounts through the registry's door, which stamps the tenant; the admin module makes them. */
@ApplicationScoped
class AccountSql {

    private final EntityManager entityManager;

    AccountSql() {
        this(null);
    }

    @Inject
    AccountSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Asks for the accounts of stored employees, one statement. */
    void ask(List<UUID> employeeIds) {
        if (employeeIds.isEmpty()) {
            return;
        }
        entityManager.createNativeQuery("""
                select e.employee_id, cast(registry.ask_account(e.employee_id, e.civil_number,
                       concat_ws(', ', concat_ws(' ', e.title_before, e.full_name), e.title_after), e.email) as text)
                from __T__.employee e where e.employee_id = any(cast(? as uuid[]))""")
                .setParameter(1, employeeIds.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .getResultList();
    }
}
