package id.capaian.admin.account;

import id.capaian.admin.AdminException;
import id.capaian.admin.database.Database;
import id.capaian.admin.database.Sql;
import id.capaian.keycloak.admin.FirstPassword;
import id.capaian.keycloak.admin.KeycloakAdmin;
import id.capaian.keycloak.admin.KeycloakRefused;
import id.capaian.keycloak.admin.KeycloakUnavailable;
import id.capaian.keycloak.admin.Newcomer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells people of their accounts, with a first password that is made at that moment and known to nobody else: set in
 * Keycloak, then sent, then marked as sent. Whatever is cut off in between is done anew with another password, the last
 * of which counts. Who has chosen a password already keeps it: nothing is sent.
 */
public final class Invitations {

    /** Keycloak spends the time, hashing. */
    private static final int AT_ONCE = 3;

    private final Database database;
    private final KeycloakAdmin keycloak;
    private final FirstPasswords passwords;

    public Invitations(Database database, KeycloakAdmin keycloak, FirstPasswords passwords) {
        this.database = database;
        this.keycloak = keycloak;
        this.passwords = passwords;
    }

    /**
     * How it went.
     *
     * @param mailed  how many mails the server took
     * @param printed how many letters were written
     * @param again   how many will be tried again
     * @param failed  how many will not; why is in {@code registry.outbox.reason}
     */
    public record Told(int mailed, int printed, int again, int failed) {

        /** Nobody was to be told. */
        public static final Told NOBODY = new Told(0, 0, 0, 0);

        /** How many were to be told and were not. */
        public int problems() {
            return again + failed;
        }
    }

    private enum Result {
        MAILED, PRINTED, SETTLED, AGAIN, FAILED
    }

    /** Tenants with somebody to tell now. */
    List<String> due() {
        if (!passwords.delivers()) {
            return List.of();
        }
        return database.transaction(connection -> Outbox.tenants(connection, passwords.letters() != null));
    }

    /** Tells everybody of a tenant who waits and can be told in this run. */
    public Told deliver(String tenant) {
        if (!passwords.delivers()) {
            return Told.NOBODY;
        }
        try (Connection connection = database.owner()) {
            // Two runs for one tenant take turns, so that nobody gets two passwords; the lock goes with the connection.
            Sql.holds(connection, "select pg_catalog.pg_advisory_lock(pg_catalog.hashtext(?)) is null",
                    "capaian/outbox/" + tenant);
            List<Outbox.Due> due = Outbox.due(connection, tenant, passwords.letters() != null);
            String government = Sql.text(connection, "select name from registry.tenant where code = ?", tenant)
                    .orElse(tenant);
            return due.isEmpty() ? Told.NOBODY : all(tenant, government, due);
        } catch (SQLException e) {
            throw new AdminException("The database refused: " + e.getMessage(), e);
        }
    }

    private Told all(String tenant, String government, List<Outbox.Due> due) {
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        AtomicBoolean unreachable = new AtomicBoolean();
        try {
            List<Future<Result>> running = new ArrayList<>();
            due.forEach(one -> running.add(pool.submit(() -> tell(tenant, government, one, unreachable))));
            List<Result> results = new ArrayList<>();
            for (Future<Result> future : running) {
                results.add(future.get());
            }
            return new Told(Collections.frequency(results, Result.MAILED),
                    Collections.frequency(results, Result.PRINTED), Collections.frequency(results, Result.AGAIN),
                    Collections.frequency(results, Result.FAILED));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AdminException("Interrupted; run the command again to finish.", e);
        } catch (ExecutionException e) {
            throw new AdminException("Invitations of " + tenant + ": " + e.getCause().getMessage(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** @param unreachable set when the mail server is: then the rest of this run need not try */
    private Result tell(String tenant, String government, Outbox.Due due, AtomicBoolean unreachable) {
        boolean byMail = due.address() != null && passwords.mailer() != null;
        if (byMail && unreachable.get()) {
            return Result.AGAIN;
        }
        try {
            Optional<Newcomer> newcomer = keycloak.accounts().newcomer(due.subject());
            if (newcomer.isEmpty()) {
                return write(Result.FAILED, connection -> Outbox.failed(connection, due, "NO_ACCOUNT"));
            }
            if (newcomer.get().hasOwnPassword()) {
                return write(Result.SETTLED, connection -> Outbox.settled(connection, due));
            }
            return byMail ? mail(tenant, government, due, newcomer.get())
                    : print(tenant, government, due, newcomer.get());
        } catch (MailFailed e) {
            unreachable.compareAndSet(false, e.reason() == MailFailed.Reason.UNREACHABLE);
            String reason = e.reason().name();
            return e.reason() == MailFailed.Reason.ADDRESS
                    ? write(Result.FAILED, connection -> Outbox.failed(connection, due, reason))
                    : write(Result.AGAIN, connection -> Outbox.again(connection, due, reason));
        } catch (KeycloakRefused | KeycloakUnavailable e) {
            return write(Result.AGAIN, connection -> Outbox.again(connection, due, "INTERRUPTED"));
        }
    }

    /** The line is opened and the address looked at first: a password that cannot be sent need not be set. */
    private Result mail(String tenant, String government, Outbox.Due due, Newcomer newcomer) {
        Mailer mailer = passwords.mailer();
        Mailer.recipient(due.address());
        try (Mailer.Line line = mailer.open()) {
            line.send(due.address(), invitation(government, mailer.baseUrl(), tenant, due, newcomer));
        }
        return write(Result.MAILED, connection -> Outbox.mailed(connection, due));
    }

    private Result print(String tenant, String government, Outbox.Due due, Newcomer newcomer) {
        Letters letters = passwords.letters();
        letters.write(tenant, invitation(government, letters.baseUrl(), tenant, due, newcomer));
        return write(Result.PRINTED, connection -> Outbox.printed(connection, due));
    }

    /** Sets the password it holds. */
    private Invitation invitation(String government, String baseUrl, String tenant, Outbox.Due due, Newcomer newcomer) {
        String password = RandomPassword.next();
        keycloak.accounts().resetPassword(due.subject(), new FirstPassword.Plain(password, true));
        return new Invitation(government, baseUrl.replaceAll("/+$", "") + "/" + tenant + "/", newcomer.name(),
                newcomer.username(), password);
    }

    private interface Note {
        void in(Connection connection) throws SQLException;
    }

    private Result write(Result result, Note note) {
        return database.transaction(connection -> {
            note.in(connection);
            return result;
        });
    }
}
