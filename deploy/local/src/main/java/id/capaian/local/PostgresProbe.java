package id.capaian.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** Asks a PostgreSQL whether it lives: a process that exists may still be frozen. */
final class PostgresProbe {

    private static final Duration SILENCE = Duration.ofSeconds(10);
    /** Recovery after a crash takes its time, and says so. */
    private static final Duration RECOVERY = Duration.ofMinutes(2);
    private static final String STARTING_OR_ENDING = "57P03";
    private static final String NO_CONNECTION = "08";

    private final String url;
    private final Properties login = new Properties();

    /**
     * @param url JDBC address
     * @param user who asks
     * @param password that login's; a refusal is an answer too
     */
    PostgresProbe(String url, String user, String password) {
        this.url = url;
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "2");
        login.setProperty("socketTimeout", "3");
    }

    /** Waits while it starts; true at its first word, false after ten silent seconds. */
    boolean answers() {
        long begun = System.nanoTime();
        long lastWord = begun;
        while (true) {
            String state = ask();
            if (STARTING_OR_ENDING.equals(state) && System.nanoTime() - begun < RECOVERY.toNanos()) {
                lastWord = System.nanoTime();
            } else if (!state.startsWith(NO_CONNECTION)) {
                return !STARTING_OR_ENDING.equals(state);
            }
            if (System.nanoTime() - lastWord > SILENCE.toNanos()) {
                return false;
            }
            pause();
        }
    }

    /** SQLSTATE of the refusal, empty when it let us in. */
    private String ask() {
        try (Connection connection = DriverManager.getConnection(url, login)) {
            return "";
        } catch (SQLException e) {
            return e.getSQLState() == null ? NO_CONNECTION : e.getSQLState();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL was asked", e);
        }
    }
}
