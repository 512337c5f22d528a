package id.capaian.it.container;

import id.capaian.admin.Admin;
import id.capaian.admin.AdminConfig;
import id.capaian.admin.account.FirstPasswords;
import id.capaian.admin.config.TenantFiles;
import id.capaian.admin.tenant.Outcome;
import id.capaian.local.Artifacts;
import id.capaian.local.EmbeddedPostgres;
import id.capaian.local.PayaraOptions;
import id.capaian.local.PayaraProcess;
import id.capaian.local.PoolSizes;
import id.capaian.local.Ports;
import id.capaian.local.Secrets;
import id.capaian.local.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * What the container of the in-container tests stands on: a real PostgreSQL with fifty tenants made by the real admin
 * code, and eight connections in all. Prepared before Arquillian starts the container.
 */
public final class ContainerWorld implements LoadableExtension {

    /** Codes {@code it01} to {@code it50}. */
    public static final List<String> TENANTS =
            IntStream.rangeClosed(1, 50).mapToObj(i -> "it%02d".formatted(i)).toList();

    /** The server as it is shipped; named in {@code arquillian.xml} like the other. */
    static final String STANDING = "standing";
    /** The one whose walls are wrong on purpose. */
    static final String FAULTY = "faulty";

    private static final List<String> SERVERS = List.of(STANDING, FAULTY);
    private static final Path STATE = Path.of("target/container").toAbsolutePath();

    /** Two pools of two for the tenants, one for jobs, two for the registry, one for timing. */
    private static final PoolSizes EIGHT = new PoolSizes(2, 2, 1, 2, 1);

    /** Before Arquillian reads its configuration, which carries these settings to the container. */
    @Override
    public void register(ExtensionBuilder builder) {
        EmbeddedPostgres postgres = EmbeddedPostgres.temporary();
        Admin admin = new Admin(AdminConfig.database(
                postgres.url("capaian"), postgres.password("p_owner"), postgres.password("p_app")));
        admin.migrate();
        List<Outcome> made = admin.applyTenants(TENANTS.stream()
                .map(code -> TenantFiles.parse(code, yaml(code))).toList(), FirstPasswords.none(), false);
        made.stream().filter(outcome -> outcome.result() == Outcome.Result.FAILED).findFirst().ifPresent(failed -> {
            throw new IllegalStateException(failed.failure());
        });
        System.setProperty("payara.microJar", Artifacts.here().payara().toString());
        builder.observer(DeploymentLeftovers.class);
        try {
            clear();
            for (String server : SERVERS) {
                System.setProperty("capaian.it.microOptions." + server, String.join(" ", settings(postgres, server)));
                System.setProperty("capaian.it.mark." + server, PayaraProcess.mark(STATE, server));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A killed run leaves its servers running; and Payara goes on with the pools it finds in its folder. */
    private static void clear() throws IOException {
        for (String server : SERVERS) {
            PayaraProcess.stop(STATE, server);
        }
        Trees.delete(STATE);
    }

    private static List<String> settings(EmbeddedPostgres postgres, String server) throws IOException {
        Secrets secrets = new Secrets(STATE.resolve("secrets"));
        secrets.put("server/capaian.db.password", postgres.password("p_app"));
        secrets.put("server/capaian.db.jobs.password", postgres.password("p_jobs"));
        secrets.get("server/capaian.keycloak.client-secret");
        secrets.key("server/capaian.cookie.key");
        Artifacts artifacts = Artifacts.here();
        int port = Ports.anyFree();
        return PayaraProcess.settings(new PayaraOptions(STATE, server, artifacts.payara(), artifacts.driver(),
                artifacts.war(), port, secrets.dir().resolve("server"), Map.of(
                        // Each server's connections carry its name, so that they can be counted.
                        "capaian.db.url", postgres.url("capaian") + "?ApplicationName=" + server,
                        "capaian.base-url", "http://localhost:" + port,
                        "capaian.keycloak.url", "http://localhost:9",
                        "capaian.keycloak.realm", "capaian",
                        "capaian.keycloak.client-id", "capaian-web",
                        "capaian.keycloak.audience", "capaian-api",
                        "capaian.drain.notice-seconds", "0",
                        "capaian.files.dir", STATE.resolve("files").toString()),
                EIGHT, List.of()));
    }

    private static String yaml(String code) {
        try {
            return Files.readString(Artifacts.here().tenantsConfig().resolve("tenants/tubei.yaml"))
                    .replaceFirst("(?m)^code: .*$", "code: " + code);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
