package id.capaian.admin;

import id.capaian.keycloak.admin.KeycloakRefused;
import id.capaian.keycloak.admin.KeycloakUnavailable;
import java.sql.SQLException;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What a person is told of a failure. Where in the program it happened goes to the log, for whoever asks for it. */
public final class Failure {

    private static final Logger LOG = Logger.getLogger("id.capaian.admin");

    private Failure() {
    }

    /** One sentence, or what the failure says of itself when it was foreseen; the log gets the rest at FINE. */
    public static String told(Exception failure) {
        LOG.log(Level.FINE, "Failed", failure);
        if (failure instanceof AdminException || failure instanceof SQLException
                || failure instanceof KeycloakUnavailable || failure instanceof KeycloakRefused) {
            return failure.getMessage();
        }
        String said = failure.getMessage() == null ? "" : ": " + failure.getMessage().lines().findFirst().orElse("");
        return "Unforeseen: " + failure.getClass().getSimpleName() + said + ". Run the command again with "
                + Arguments.TRACE + " and report what it prints.";
    }

    /** From now on the log of failures is printed to standard error. */
    static void trace() {
        LOG.setLevel(Level.FINE);
        if (LOG.getHandlers().length == 0) {
            ConsoleHandler console = new ConsoleHandler();
            console.setLevel(Level.FINE);
            LOG.addHandler(console);
        }
    }
}
