package id.capaian.people.control;

import id.capaian.kernel.identity.Caller;
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
    private final Caller caller;

    AccountSql() {
        this(null, null);
    }

    @Inject
    AccountSql(EntityManager entityManager, Caller caller) {
        this.entityManager = entityManager;
        this.caller = caller;
    }

    /**
     * Asks for the accounts of stored employees, one statement. User name is the civil number; officials have none, so
     * theirs is their key with the tenant's code before it, because one realm serves all governments.
     */
    void ask(List<UUID> employeeIds) {
        if (employeeIds.isEmpty()) {
            return;
        }
        entityManager.createNativeQuery("""
                select cast(registry.ask_accounts(array_agg(e.employee_id),
                       array_agg(coalesce(e.civil_number, cast(? as text) || '.' || e.official_key)),
                       array_agg(concat_ws(', ', concat_ws(' ', e.title_before, e.full_name), e.title_after)),
                       array_agg(e.email)) as text)
                  from unnest(cast(? as uuid[])) as asked(id) join __T__.employee e on e.employee_id = asked.id""")
                .setParameter(1, caller.tenant().toString())
                .setParameter(2, employeeIds.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .getResultList();
    }
}
