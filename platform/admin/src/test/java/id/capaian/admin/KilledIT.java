package id.capaian.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.admin.tenant.StepName;
import id.capaian.admin.tenant.StepWatch.Moment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code tenant apply} in a process of its own that dies at every moment of every step: run again, it leaves exactly what
 * an undisturbed run leaves.
 */
class KilledIT {

    @TempDir
    private static Path config;

    private static TwoTenants two;
    private static KeycloakDouble keycloak;
    private static List<String> undisturbed;

    @BeforeAll
    static void anUndisturbedTenant() throws IOException, SQLException {
        two = TwoTenants.empty();
        keycloak = new KeycloakDouble();
        Files.createDirectories(config.resolve("tenants"));
        Files.copy(TwoTenants.CONFIG.resolve("platform.yaml"), config.resolve("platform.yaml"));
        run("migrate");
        write("whole");
        run("tenant", "apply", "whole");
        undisturbed = TenantPicture.of(two, keycloak, "whole");
        assertTrue(undisturbed.contains("member x admin.x"), undisturbed::toString);
    }

    @AfterAll
    static void stop() {
        keycloak.close();
        two.close();
    }

    /** Between acting and committing only where something outside the transaction has happened already. */
    static Stream<Arguments> everyMoment() {
        Set<StepName> elsewhere = Set.of(StepName.TABLES, StepName.ORGANIZATION, StepName.FIRST_ADMIN);
        return StepName.ofOpening().stream().flatMap(step -> Stream.of(Moment.values())
                .filter(moment -> moment != Moment.UNCOMMITTED || elsewhere.contains(step))
                .map(moment -> Arguments.of(step, moment)));
    }

    @ParameterizedTest
    @MethodSource("everyMoment")
    void finishesWhatAKilledProcessBegan(StepName step, Moment moment) throws Exception {
        String code = (step.name() + moment.name()).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        write(code);
        Process child = start(step.name(), moment.name(), code);
        assertEquals(DyingMain.KILLED, child.waitFor(), () -> said(child));
        isFinished(code);
    }

    @Test
    void finishesWhatWasKilledWhileKeycloakAnswered() throws Exception {
        int writes = 0;
        boolean killed = true;
        while (killed) {
            writes++;
            String code = "answer" + writes;
            write(code);
            Process[] child = new Process[1];
            keycloak.afterWrite(writes, () -> kill(child[0]));
            synchronized (keycloak) {
                child[0] = start(DyingMain.NEVER, DyingMain.NEVER, code);
            }
            killed = child[0].waitFor() == DyingMain.KILLED;
            keycloak.afterWrite(0, null);
            isFinished(code);
        }
        assertTrue(writes > 3, "an organization, an account and a membership are at least three writes, not " + writes);
    }

    private static void kill(Process process) {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void isFinished(String code) throws SQLException {
        run("tenant", "apply", code);
        assertEquals(String.join("\n", undisturbed), String.join("\n", TenantPicture.of(two, keycloak, code)));
        assertTrue(run("tenant", "apply", code).contains(code + ": ok"), "nothing is left to do");
        assertTrue(run("doctor", code).contains(code + ": ok"), "the walls stand");
    }

    private static void write(String code) throws IOException {
        Files.writeString(config.resolve("tenants/" + code + ".yaml"), TwoTenants.TUBEI
                .replace("code: tubei", "code: " + code).replace("admin.tubei", "admin." + code));
    }

    private static Process start(String step, String moment, String code) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.timezone=UTC", "-cp",
                System.getProperty("java.class.path"), DyingMain.class.getName(), step, moment, "tenant", "apply", code);
        builder.environment().putAll(environment());
        return builder.redirectErrorStream(true).start();
    }

    private static String said(Process child) {
        try {
            return new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = Main.run(words, environment(), new PrintStream(out, true, StandardCharsets.UTF_8));
        String said = out.toString(StandardCharsets.UTF_8);
        assertEquals(0, exit, said);
        return said;
    }

    private static Map<String, String> environment() {
        return two.environment(config, keycloak);
    }
}
