package id.capaian.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.admin.pack.KeyFiles;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {
        "tenant suspend tubei --dry-run", "tenant resume tubei --dry-run", "account apply tubei --dry-run",
        "plugin stage x.jar --dry-run", "plugin retire region-tubei 1.0.0 --dry-run", "plugin key-create x --dry-run",
        "plugin revoke key-1 --dry-run", "plugin expire key-1 --dry-run",
        "doctor tubei --dry-run", "doctor tubei --letters x", "migrate --all",
        "tenant suspend --all", "tenant take-back tubei --confirm tubei", "tenant export tubei --once",
        "reconcile --all", "tenant suspend tubei --demo-password", "plugin trust x --key y"})
    void doesNotIgnoreAnOptionTheCommandDoesNotTake(String line) {
        assertEquals(2, run(line));
        assertTrue(text().contains("does not take --"), text());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "tenant apply", "tenant apply tubei --all", "tenant suspend", "tenant suspend tubei samarinda",
        "account apply", "plugin stage", "plugin stage a b", "plugin retire region-tubei",
        "doctor", "migrate now", "reconcile tubei",
        "tenant drop", "tenant take-back"})
    void doesNotGuessWhatTooFewOrTooManyWordsMean(String line) {
        assertEquals(2, run(line));
        assertTrue(text().contains("too few or too many words"), text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenant", "tenant drop tubei", "tenant drop tubei --confirm tubai",
        "tenant export tubei", "tenant remove tubei", "plugin", "help", "migrate --verbose", "plugin sign x --key"})
    void doesNotDoWhatItDidNotUnderstand(String line) {
        assertEquals(2, run(line));
        assertEquals(1, text().lines().count(), text());
    }

    @Test
    void printsAllCommandsWhenNoneIsGiven() {
        assertEquals(2, Main.run(new String[0], Map.of(), new PrintStream(said, true, StandardCharsets.UTF_8)));
        for (Command command : Command.values()) {
            String last = command.toString().replaceFirst("^.* ", "");
            assertTrue(text().contains(last), command + " is not in the list");
        }
    }

    @Test
    void takesTheDemoPasswordFromTheEnvironmentOnly() {
        assertEquals(2, run("tenant apply --all --demo-password Rahasia-Sekali-2026"), "a subject beside --all");
        Map<String, String> environment = Map.of("CAPAIAN_DB_URL", "jdbc:postgresql://127.0.0.1:9/x",
                "CAPAIAN_DB_OWNER_PASSWORD", "x", "CAPAIAN_CONFIG_DIR", TwoTenants.CONFIG.toString());
        assertEquals(1, Main.run("tenant apply --all --demo-password".split(" "), environment,
                new PrintStream(said, true, StandardCharsets.UTF_8)));
        assertTrue(text().contains("Environment variable CAPAIAN_DEMO_PASSWORD is not set"), text());
    }

    @Test
    void saysOneSentenceOfWhatNobodyForesaw() {
        Map<String, String> environment = Map.of("CAPAIAN_DB_URL", "x", "CAPAIAN_DB_OWNER_PASSWORD", "x",
                "CAPAIAN_CONFIG_DIR", "no\0path");
        List<Throwable> logged = new ArrayList<>();
        Handler log = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line.getThrown());
            }

            @Override
            public void flush() {
            }

            @Override
            public void close() {
            }
        };
        Logger logger = Logger.getLogger("id.capaian.admin");
        logger.addHandler(log);
        try {
            assertEquals(1, Main.run("tenant apply tubei --trace".split(" "), environment,
                    new PrintStream(said, true, StandardCharsets.UTF_8)));
        } finally {
            logger.removeHandler(log);
        }
        assertEquals(1, text().lines().count(), text());
        assertTrue(text().startsWith("Unforeseen: InvalidPathException: "), text());
        assertTrue(text().contains("--trace"), text());
        assertTrue(logged.get(0) instanceof InvalidPathException, "the stack trace is in the log");
    }

    @Test
    void namesTheVariableThatIsMissing() {
        assertEquals(1, run("doctor --all --trace"));
        assertTrue(text().startsWith("Environment variable CAPAIAN_DB_URL is not set"), text());
    }

    @Test
    void finishesAKeyThatWasInterrupted(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("public.key"), "keyId: key-of-a-pair-whose-other-half-never-came\n");
        Files.writeString(folder.resolve("private.key.new"), "keyId: half a");
        assertEquals(0, run("plugin key-create " + folder));
        String id = KeyFiles.signing(folder).keyId();
        assertEquals(id, KeyFiles.verifying(folder.resolve("public.key")).keyId());
        assertFalse(Files.exists(folder.resolve("private.key.new")));
        assertEquals(1, run("plugin key-create " + folder), "holds a key now");
        assertEquals(id, KeyFiles.signing(folder).keyId());
    }

    private int run(String line) {
        said.reset();
        return Main.run(line.split(" "), Map.of(), new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String text() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
