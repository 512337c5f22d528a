package id.capaian.admin.account;

import id.capaian.admin.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Table {@code registry.outbox}: who is to be told of an account, and what became of it. */
public final class Outbox {

    private static final String LETTER = "LETTER";
    private static final String MAIL = "MAIL";

    private Outbox() {
    }

    /**
     * What waits and may be tried now.
     *
     * @param address null when the person is told by letter
     */
    record Due(UUID id, String subject, String address) {

        /** Without the address. */
        @Override
        public String toString() {
            return "Due[" + id + "]";
        }
    }

    /**
     * Has somebody told of an account; one that waits already is left as it is. To be called in the transaction that
     * links the account.
     *
     * @param employee null of the first regional admin
     * @param email    null when there is none on record
     */
    public static void invite(Connection connection, String tenant, String subject, UUID employee, String email)
            throws SQLException {
        String address = email == null || email.isBlank() ? null : email.strip();
        Sql.update(connection, """
                insert into registry.outbox (outbox_id, tenant, kind, subject, employee_id, channel, address, state,
                                             attempts, next_try_at, queued_by, queued_at)
                values (uuidv7(), ?, 'ACCOUNT_INVITATION', ?, ?, ?, ?, 'WAITING', 0, clock_timestamp(), 'admin',
                        clock_timestamp())
                on conflict (tenant, subject) where state = 'WAITING' do nothing""",
                tenant, subject, employee, address == null ? LETTER : MAIL, address);
    }

    /** @param letters whether those without an address may be told, too */
    static List<Due> due(Connection connection, String tenant, boolean letters) throws SQLException {
        return Sql.rows(connection, """
                select outbox_id, subject, address from registry.outbox
                 where tenant = ? and state = 'WAITING' and next_try_at <= clock_timestamp()
                   and (channel = 'MAIL' or ?) order by queued_at, outbox_id""",
                row -> new Due(row.getObject(1, UUID.class), row.getString(2), row.getString(3)), tenant, letters);
    }

    /** Tenants in service of whose people {@link #due} would find some. */
    static List<String> tenants(Connection connection, boolean letters) throws SQLException {
        return Sql.rows(connection, """
                select distinct o.tenant from registry.outbox o join registry.tenant t on t.code = o.tenant
                 where o.state = 'WAITING' and o.next_try_at <= clock_timestamp() and (o.channel = 'MAIL' or ?)
                   and t.organization_id is not null and t.desired_state <> 'DROPPED' order by o.tenant""",
                row -> row.getString(1), letters);
    }

    static void mailed(Connection connection, Due due) throws SQLException {
        sent(connection, due, MAIL);
    }

    static void printed(Connection connection, Due due) throws SQLException {
        sent(connection, due, LETTER);
    }

    private static void sent(Connection connection, Due due, String channel) throws SQLException {
        Sql.update(connection, "update registry.outbox set state = 'SENT', channel = ?, attempts = attempts + 1,"
                + " sent_at = clock_timestamp(), address = null, reason = null"
                + " where outbox_id = ? and state = 'WAITING'", channel, due.id());
    }

    /** Nothing is sent: the person has a password of their own. */
    static void settled(Connection connection, Due due) throws SQLException {
        Sql.update(connection, "update registry.outbox set state = 'SETTLED', address = null, reason = null"
                + " where outbox_id = ? and state = 'WAITING'", due.id());
    }

    /** Trying again will not help. */
    static void failed(Connection connection, Due due, String reason) throws SQLException {
        Sql.update(connection, "update registry.outbox set state = 'FAILED', attempts = attempts + 1, address = null,"
                + " reason = ? where outbox_id = ? and state = 'WAITING'", reason, due.id());
    }

    /** Tried again after 1, 4, 16 minutes and so on, at most 12 hours later; given up after 5 days. */
    static void again(Connection connection, Due due, String reason) throws SQLException {
        Sql.update(connection, """
                update registry.outbox set attempts = attempts + 1, reason = ?,
                       state = case when queued_at < clock_timestamp() - interval '5 days'
                                    then 'FAILED' else 'WAITING' end,
                       address = case when queued_at < clock_timestamp() - interval '5 days' then null else address end,
                       next_try_at = clock_timestamp()
                                     + least(interval '1 minute' * power(4, least(attempts, 6)), interval '12 hours')
                 where outbox_id = ? and state = 'WAITING'""", reason, due.id());
    }
}
