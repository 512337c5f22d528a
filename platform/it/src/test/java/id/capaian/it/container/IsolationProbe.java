package id.capaian.it.container;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** A unit of work that leaves a trace and looks for traces of others. Added to the WAR by the test. */
@TenantUseCase
public class IsolationProbe {

    @Inject
    private EntityManager entityManager;

    @Inject
    private Caller caller;

    /** Thrown on purpose; the unit of work must leave nothing. */
    public static class Designed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Gives the tenant a unit that names it, for reading through the mapping. */
    public void plant(UUID id) {
        entityManager.createNativeQuery("""
                insert into __T__.org_unit (org_unit_id, code, name, kind, valid_from, version)
                values (?, ?, ?, 'OFFICE', date '2026-01-01', 0)""")
                .setParameter(1, id).setParameter(2, caller.tenant().value()).setParameter(3, caller.tenant().value())
                .executeUpdate();
    }

    /** Writes a trace, counts foreign rows by mapping and by SQL, and fails when it should. */
    public int work(UUID id, boolean fail) {
        String tenant = caller.tenant().value();
        entityManager.createNativeQuery("""
                insert into __T__.setting (setting_id, name, value, valid_from, version)
                values (?, ?, ?, date '2026-01-01', 0)""")
                .setParameter(1, id).setParameter(2, id.toString()).setParameter(3, tenant).executeUpdate();
        List<String> units = entityManager.createQuery("select u.code from OrgUnit u", String.class).getResultList();
        int foreign = (int) units.stream().filter(code -> !code.equals(tenant)).count() + (units.size() == 1 ? 0 : 1);
        Object role = entityManager.createNativeQuery("select current_user::text").getSingleResult();
        if (!role.equals("t_" + tenant)) {
            foreign++;
        }
        if (fail) {
            throw new Designed();
        }
        return foreign;
    }

    /** Ids of all traces of this tenant, and how many of them name another one. */
    public Traces traces() {
        List<?> ids = entityManager.createNativeQuery(
                "select name from __T__.setting where value = ?").setParameter(1, caller.tenant().value()).getResultList();
        Object foreign = entityManager.createNativeQuery(
                "select count(*) from __T__.setting where value like 'it%' and value <> ?")
                .setParameter(1, caller.tenant().value()).getSingleResult();
        Object audited = entityManager.createNativeQuery("""
                select count(*) from __T__.audit_entry where table_name = 'setting' and row_after->>'value' like 'it%'
                and actor <> 'actor-of-' || (row_after->>'value')""").getSingleResult();
        return new Traces(ids.stream().map(id -> UUID.fromString((String) id)).toList(),
                ((Number) foreign).longValue(), ((Number) audited).longValue());
    }

    /** What a tenant holds in the end. */
    public record Traces(List<UUID> ids, long foreign, long wrongActor) {
    }
}
