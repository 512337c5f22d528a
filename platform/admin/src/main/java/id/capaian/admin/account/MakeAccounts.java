package id.capaian.admin.account;

import id.capaian.admin.AdminException;
import id.capaian.admin.database.Acting;
import id.capaian.admin.database.Database;
import id.capaian.admin.database.Sql;
import id.capaian.admin.database.TenantSchema;
import id.capaian.keycloak.admin.Account;
import id.capaian.keycloak.admin.KeycloakAdmin;
import id.capaian.keycloak.admin.KeycloakRefused;
import id.capaian.keycloak.admin.KeycloakUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes the accounts a tenant has asked for: user, membership, link to the employee; then the request forgets the
 * number, and its owner is told as far as this run can.
 * Each request is settled on its own, so an interrupted run is simply run again.
 */
public final class MakeAccounts {

    /** Keycloak spends the time; more at once would only queue there. */
    private static final int AT_ONCE = 3;

    private final Database database;
    private final TenantAccounts accounts;
    private final FirstPasswords passwords;
    private final Invitations invitations;
    private final OwnProviderAccounts linking;

    /** @param say takes what could not be done with a government's own identity provider, a line each */
    public MakeAccounts(Database database, KeycloakAdmin keycloak, FirstPasswords passwords, Consumer<String> say) {
        this.database = database;
        this.accounts = new TenantAccounts(keycloak, passwords);
        this.passwords = passwords;
        this.invitations = new Invitations(database, keycloak, passwords);
        this.linking = new OwnProviderAccounts(database, keycloak, say);
    }

    /**
     * How it went.
     *
     * @param made how many requests were fulfilled in this run
     * @param problems how many stay open; why is in {@code registry.account_request.problem}. Requests that were
     *                 withdrawn meanwhile count in neither
     * @param told     who was told of an account, those of earlier runs among them
     */
    public record Result(int made, int problems, Invitations.Told told) {

        /** One in which nobody was to be told. */
        public Result(int made, int problems) {
            this(made, problems, Invitations.Told.NOBODY);
        }
    }

    private record Request(UUID employee, String username, String name, String email) {

        TenantAccounts.Holder holder() {
            return new TenantAccounts.Holder(username, name, email);
        }
    }

    private enum Settled {
        MADE, OPEN, WITHDRAWN
    }

    /** Fulfils every open request of the tenant, then tells whoever waits to be told. */
    public Result make(String tenant) {
        return told(tenant, with(tenant,
                (connection, organization) -> makeAll(tenant, organization, open(connection, tenant))));
    }

    private Result told(String tenant, Result made) {
        linking.link(tenant);
        return new Result(made.made(), made.problems(), invitations.deliver(tenant));
    }

    /** Fulfils the open requests nothing has gone wrong with yet, then tells whoever waits to be told. */
    public Result makeNew(String tenant) {
        return told(tenant, with(tenant, (connection, organization) -> {
            Set<UUID> troubled = new HashSet<>(Sql.rows(connection, "select employee_id from registry.account_request"
                    + " where tenant = ? and problem is not null", row -> row.getObject(1, UUID.class), tenant));
            return makeAll(tenant, organization, open(connection, tenant).stream()
                    .filter(request -> !troubled.contains(request.employee())).toList());
        }));
    }

    /** Tenants in which somebody waits to be told of an account, and can be by this run. */
    public List<String> waitToBeTold() {
        return invitations.due();
    }

    /**
     * Fulfils one request although the account belongs to another government: an operator has made sure that it is the
     * same person. The person gets a new first password.
     *
     * @throws AdminException when the tenant has no such open request
     */
    public Result adopt(String tenant, UUID employee) {
        return told(tenant, with(tenant, (connection, organization) -> {
            Request request = open(connection, tenant).stream().filter(one -> one.employee().equals(employee)).findFirst()
                    .orElseThrow(() -> new AdminException("Tenant " + tenant + " waits for no account of " + employee));
            return result(List.of(
                    settle(tenant, request, () -> accounts.adopt(organization, request.holder()))));
        }));
    }

    private interface Making {
        Result make(Connection connection, String organization) throws SQLException;
    }

    private Result with(String tenant, Making making) {
        try (Connection connection = database.owner()) {
            Sql.holds(connection, "select pg_catalog.pg_advisory_lock(pg_catalog.hashtext(?)) is null",
                    "capaian/account/" + tenant);
            return making.make(connection, Sql.text(connection,
                    "select organization_id from registry.tenant where code = ?", tenant)
                    .orElseThrow(() -> new AdminException("Tenant " + tenant
                            + " has no organization in Keycloak yet: run `tenant apply " + tenant + "`.")));
        } catch (SQLException e) {
            throw new AdminException("The database refused: " + e.getMessage(), e);
        }
    }

    private static List<Request> open(Connection connection, String tenant) throws SQLException {
        return Sql.rows(connection, """
                select employee_id, username, display_name, email from registry.account_request
                 where tenant = ? and made_at is null order by requested_at, employee_id""",
                row -> new Request(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4)),
                tenant);
    }

    private Result makeAll(String tenant, String organization, List<Request> requests) {
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Settled>> running = new ArrayList<>();
            requests.forEach(request -> running.add(pool.submit(() -> settle(tenant, request,
                    () -> accounts.of(organization, request.holder())))));
            List<Settled> settled = new ArrayList<>();
            for (Future<Settled> future : running) {
                settled.add(future.get());
            }
            return result(settled);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AdminException("Interrupted; run the command again to finish.", e);
        } catch (ExecutionException e) {
            throw new AdminException("Accounts of " + tenant + ": " + e.getCause().getMessage(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static Result result(List<Settled> settled) {
        return new Result(Collections.frequency(settled, Settled.MADE), Collections.frequency(settled, Settled.OPEN));
    }

    /** The list was read once, before the first account was made: a request may have gone since. */
    private Settled settle(String tenant, Request request, Supplier<Account> account) {
        String problem;
        try {
            database.transaction(connection -> hold(connection, tenant, request));
            // A tenant asks in the name of its people only; office accounts are the operator's.
            if (!request.username().matches("[0-9]{18}|" + tenant + "\\.[a-z][a-z0-9-]{1,39}")) {
                throw new Unusable("the user name is no NIP or NI PPPK of 18 digits, nor the key of an official after "
                        + tenant + ".");
            }
            String subject = account.get().id();
            problem = database.transaction(connection -> link(connection, tenant, request, subject));
        } catch (Withdrawn e) {
            return Settled.WITHDRAWN;
        } catch (KeycloakRefused | KeycloakUnavailable | Unusable | TenantAccounts.Foreign e) {
            problem = e.getMessage();
        }
        if (problem != null) {
            String reason = problem;
            database.transaction(connection -> Sql.update(connection,
                    "update registry.account_request set problem = ? where tenant = ? and employee_id = ?",
                    reason, tenant, request.employee()));
        }
        return problem == null ? Settled.MADE : Settled.OPEN;
    }

    /**
     * Keeps the request until the transaction ends.
     *
     * @throws Withdrawn when there is none any more that waits
     */
    private static UUID hold(Connection connection, String tenant, Request request) throws SQLException {
        if (!Sql.holds(connection, "select true from registry.account_request"
                + " where tenant = ? and employee_id = ? and made_at is null for update", tenant, request.employee())) {
            throw new Withdrawn();
        }
        return request.employee();
    }

    /** Links and settles in one transaction; answers the problem, or null. */
    private String link(Connection connection, String tenant, Request request, String subject)
            throws SQLException {
        hold(connection, tenant, request);
        String accounts = TenantSchema.of(tenant) + ".account";
        if (Sql.holds(connection, "select true from " + accounts + " where (subject = ? and employee_id <> ?)"
                + " or (employee_id = ? and subject <> ?)", subject, request.employee(), request.employee(), subject)) {
            return "the account belongs to another employee, or the employee has another account";
        }
        Acting.asAdmin(connection);
        Sql.update(connection, "insert into " + accounts + " as a (subject, employee_id, linked_at)"
                + " values (?, ?, clock_timestamp()) on conflict (subject) do update"
                + " set employee_id = excluded.employee_id where a.employee_id is null", subject, request.employee());
        Sql.update(connection, """
                update registry.account_request
                   set subject = ?, made_at = clock_timestamp(), problem = null,
                       username = null, display_name = null, email = null
                 where tenant = ? and employee_id = ?""", subject, tenant, request.employee());
        if (passwords.invites(request.email())) {
            Outbox.invite(connection, tenant, subject, request.employee(), request.email());
        }
        return null;
    }

    /** A request that can never be fulfilled as it is. */
    private static final class Unusable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    /** A request that somebody withdrew. */
    private static final class Withdrawn extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
