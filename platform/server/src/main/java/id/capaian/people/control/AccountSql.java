package id.capaian.people.control;

import id.capaian.kernel.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Asks for accounts through the registry's door, which stamps the tenant, and reads how far they are; the admin module
 * makes them and tells people.
 */
@ApplicationScoped
class AccountSql {

    private static final String NAME =
            "concat_ws(', ', concat_ws(' ', e.title_before, e.full_name), e.title_after)";
    private static final String STAGES = """
            with account as (
                select a.*, case when a.made_at is null and a.problem is null then 'ASKED'
                                 when a.made_at is null then 'STUCK' when a.state is null then 'MADE'
                                 when a.state = 'SENT' then 'TOLD' when a.state = 'FAILED' then 'UNTOLD'
                                 when a.state = 'SETTLED' then 'SIGNED_IN' else 'WAITING' end as stage
                  from registry.own_accounts() a)
            """;

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
                       array_agg(""" + NAME + """
                ),
                       array_agg(e.email)) as text)
                  from unnest(cast(? as uuid[])) as asked(id) join __T__.employee e on e.employee_id = asked.id""")
                .setParameter(1, caller.tenant().toString())
                .setParameter(2, employeeIds.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .getResultList();
    }

    /** See {@link ReadAccounts#counts}. */
    Map<AccountState.Stage, Integer> counts() {
        Map<AccountState.Stage, Integer> counts = new EnumMap<>(AccountState.Stage.class);
        List<?> rows = entityManager.createNativeQuery(STAGES
                + "select stage, count(*) from account join __T__.employee e using (employee_id) group by stage")
                .getResultList();
        for (Object row : rows) {
            Object[] cells = (Object[]) row;
            counts.put(AccountState.Stage.valueOf((String) cells[0]), ((Number) cells[1]).intValue());
        }
        return counts;
    }

    /** See {@link ReadAccounts#page}. */
    List<AccountState> page(int first, int most) {
        List<?> rows = entityManager.createNativeQuery(STAGES + """
                select cast(e.employee_id as text),
                """ + NAME + """
                        as name, stage, channel, coalesce(attempts, 0), reason,
                       coalesce(sent_at, made_at, requested_at),
                       case when stage = 'WAITING' and channel = 'MAIL' then next_try_at end
                  from account join __T__.employee e using (employee_id)
                 order by array_position(array['UNTOLD', 'STUCK', 'WAITING', 'ASKED', 'MADE', 'TOLD', 'SIGNED_IN'],
                                         stage),
                          name, e.employee_id
                 offset ? limit ?""").setParameter(1, first).setParameter(2, most).getResultList();
        return rows.stream().map(row -> state((Object[]) row)).toList();
    }

    private static AccountState state(Object[] row) {
        return new AccountState(UUID.fromString((String) row[0]), (String) row[1],
                AccountState.Stage.valueOf((String) row[2]),
                row[3] == null ? null : AccountState.Channel.valueOf((String) row[3]), ((Number) row[4]).intValue(),
                row[5] == null ? null : AccountState.Reason.valueOf((String) row[5]), instant(row[6]), instant(row[7]));
    }

    private static Instant instant(Object cell) {
        if (cell == null) {
            return null;
        }
        return cell instanceof Timestamp stamp ? stamp.toInstant() : ((OffsetDateTime) cell).toInstant();
    }

    /** Whether the tenant has this person. */
    boolean knows(UUID employeeId) {
        return !entityManager.createNativeQuery("select 1 from __T__.employee where employee_id = cast(? as uuid)")
                .setParameter(1, employeeId.toString()).getResultList().isEmpty();
    }

    /** Has the person told once more; empty when that is asked for now, else why not. */
    Optional<String> invite(UUID employeeId) {
        return Optional.ofNullable((String) entityManager.createNativeQuery(
                "select registry.ask_invitation(e.employee_id, e.email) from __T__.employee e"
                + " where e.employee_id = cast(? as uuid)").setParameter(1, employeeId.toString()).getSingleResult());
    }
}
