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

    /** The same where no exception is caught: memory or stack gave out, say. */
    public static class DesignedError extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Gives the tenant a unit that names it, for reading through the mapping; once. */
    public void plant() {
        String tenant = caller.tenant().value();
        entityManager.createNativeQuery("""
                insert into __T__.org_unit (org_unit_id, code, name, kind, valid_from, version)
                select ?, ?, ?, 'OFFICE', date '2026-01-01', 0
                where not exists (select from __T__.org_unit where code = ?)""")
                .setParameter(1, UUID.randomUUID()).setParameter(2, tenant).setParameter(3, tenant)
                .setParameter(4, tenant).executeUpdate();
    }

    /** Writes a trace of the run, counts foreign rows by mapping and by SQL, and fails when it should. */
    public int work(UUID run, UUID id, boolean fail) {
        String tenant = caller.tenant().value();
        entityManager.createNativeQuery("""
                insert into __T__.setting (setting_id, name, value, valid_from, version)
                values (?, ?, ?, date '2026-01-01', 0)""")
                .setParameter(1, id).setParameter(2, run + "/" + id).setParameter(3, tenant).executeUpdate();
        List<String> units = entityManager.createQuery("select u.code from OrgUnit u", String.class).getResultList();
        int foreign = (int) units.stream().filter(code -> !code.equals(tenant)).count() + (units.size() == 1 ? 0 : 1);
        Object role = entityManager.createNativeQuery("select current_user::text").getSingleResult();
        if (!role.equals("t_" + tenant)) {
            foreign++;
        }
        if (fail && id.hashCode() % 2 == 0) {
            throw new DesignedError();
        }
        if (fail) {
            throw new Designed();
        }
        return foreign;
    }

    /** Ids of all traces the run left with this tenant, and how many of them name another one. */
    public Traces traces(UUID run) {
        String tenant = caller.tenant().value();
        List<?> names = entityManager.createNativeQuery("select name from __T__.setting where name like ?")
                .setParameter(1, run + "/%").getResultList();
        Object foreign = entityManager.createNativeQuery(
                "select count(*) from __T__.setting where name like ? and value <> ?")
                .setParameter(1, run + "/%").setParameter(2, tenant).getSingleResult();
        Object audited = entityManager.createNativeQuery("""
                select count(*) from __T__.audit_entry where table_name = 'setting' and row_after->>'name' like ?
                and actor <> 'actor-of-' || (row_after->>'value')""").setParameter(1, run + "/%").getSingleResult();
        return new Traces(names.stream().map(name -> UUID.fromString(((String) name).split("/", 2)[1])).toList(),
                ((Number) foreign).longValue(), ((Number) audited).longValue());
    }

    /** What a tenant holds in the end. */
    public record Traces(List<UUID> ids, long foreign, long wrongActor) {
    }
}
