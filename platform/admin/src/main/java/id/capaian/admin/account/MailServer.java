package id.capaian.admin.account;

import id.capaian.admin.AdminException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * The mail server that takes our mail.
 *
 * @param user     null when it asks for none
 * @param password null when it asks for none
 * @param from     sender, such as {@code Capaian <capaian@example.go.id>}
 */
public record MailServer(String host, int port, String user, String password, String from, Tls tls) {

    private static final String DEFAULT_PORT = "587";

    /** How the line is secured. */
    public enum Tls {
        /** Begun in clear and secured before anything is said; refused when the server cannot. */
        STARTTLS,
        /** Secured from the first byte. */
        TLS,
        /** Not at all: for a server on the same machine. */
        NONE
    }

    /**
     * Reads {@code CAPAIAN_MAIL_HOST}, {@code CAPAIAN_MAIL_FROM}, {@code CAPAIAN_MAIL_PORT} (default 587), {@code
     * CAPAIAN_MAIL_USER} and {@code CAPAIAN_MAIL_PASSWORD} (optional), {@code CAPAIAN_MAIL_TLS} (default starttls).
     *
     * @throws AdminException when one is missing or makes no sense
     */
    public static MailServer from(Map<String, String> environment) {
        String tls = value(environment, "CAPAIAN_MAIL_TLS", "starttls");
        String port = value(environment, "CAPAIAN_MAIL_PORT", DEFAULT_PORT);
        if (Arrays.stream(Tls.values()).noneMatch(one -> one.name().equalsIgnoreCase(tls))) {
            throw new AdminException("CAPAIAN_MAIL_TLS is '" + tls + "': use starttls, tls or none.");
        }
        if (!port.matches("[0-9]{1,5}")) {
            throw new AdminException("CAPAIAN_MAIL_PORT is '" + port + "': use a number such as " + DEFAULT_PORT + ".");
        }
        return new MailServer(required(environment, "CAPAIAN_MAIL_HOST"), Integer.parseInt(port),
                value(environment, "CAPAIAN_MAIL_USER", null), value(environment, "CAPAIAN_MAIL_PASSWORD", null),
                required(environment, "CAPAIAN_MAIL_FROM"), Tls.valueOf(tls.toUpperCase(Locale.ROOT)));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = value(environment, name, null);
        if (value == null) {
            throw new AdminException("Environment variable " + name + " is not set: --mail needs it.");
        }
        return value;
    }

    private static String value(Map<String, String> environment, String name, String otherwise) {
        String value = environment.getOrDefault(name, "");
        return value.isBlank() ? otherwise : value.strip();
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "MailServer[" + host + ":" + port + "]";
    }
}
