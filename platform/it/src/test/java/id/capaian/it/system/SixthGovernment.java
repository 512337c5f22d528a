package id.capaian.it.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.capaian.local.AdminCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * An invented government with a pack its own people wrote from the guide, brought into the running system as any other:
 * the operator stages the pack and applies the tenant's file, the regional admin imports people and figures. Its files
 * are {@code sixth-region} (the pack, as its author has it) and {@code sixth-government}.
 */
final class SixthGovernment {

    static final String TENANT = "telukraya";
    static final String PACK = "region-cenderawasih";
    static final String NURSE = "199103172015032004";
    static final String HEAD = "197908122005022003";
    static final String ABOVE = "197104051996031002";

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Path PACK_FOLDER = RESOURCES.resolve("sixth-region");
    private static final Path FILES = RESOURCES.resolve("sixth-government");
    /** As the guide's manifest has it, with the numbers of pack.json. */
    private static final String MANIFEST = """
            Plugin-Id: %s
            Plugin-Version: %s
            Plugin-Requires: >=1.0.0 & <2.0.0
            Plugin-Provider: Kabupaten Teluk Cenderawasih Raya
            """;

    private final RunningSystem system;
    private final AdminCommand operator;
    private final Path config;

    SixthGovernment(RunningSystem system) {
        this.system = system;
        this.config = system.state().resolve("sixth");
        this.operator = system.admin(config);
    }

    /** A file of the pack, read as JSON. */
    static JsonNode packFile(String name) throws IOException {
        return new ObjectMapper().readTree(PACK_FOLDER.resolve(name).toFile());
    }

    /** From two folders to a tenant in service whose people can sign in. */
    void join() throws IOException, InterruptedException {
        Path jar = jar();
        operator.run("plugin", "sign", jar.toString(), "--key", system.packKeys().toString());
        operator.run("plugin", "stage", jar.toString());
        Path tenants = Files.createDirectories(config.resolve("tenants"));
        Files.copy(FILES.resolve(TENANT + ".yaml"), tenants.resolve(TENANT + ".yaml"),
                StandardCopyOption.REPLACE_EXISTING);
        operator.run("tenant", "apply", TENANT, "--demo-password");
        Api admin = Api.as(system, "admin." + TENANT, TENANT);
        Groundwork.await("the server has noticed " + TENANT, Duration.ofMinutes(1),
                () -> admin.get("/api/" + TENANT + "/packs").status() == 200);
        hand(admin);
        operator.run("account", "apply", TENANT, "--demo-password");
    }

    /** Out of service, as the other tests know the system; what it has stays. */
    void leave() {
        operator.run("tenant", "suspend", TENANT);
    }

    /** Packaged by the JDK's own tool: nothing of the platform is needed to make a pack. A system met again has it. */
    private Path jar() throws IOException {
        JsonNode pack = packFile("pack.json");
        String version = pack.get("version").asText();
        Path jar = Files.createDirectories(config).resolve(PACK + "-" + version + ".jar");
        if (!Files.exists(jar)) {
            Path manifest = Files.writeString(config.resolve("MANIFEST.MF"),
                    MANIFEST.formatted(pack.get("id").asText(), version));
            int exit = ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, "--create", "--file",
                    jar.toString(), "--manifest", manifest.toString(), "-C", PACK_FOLDER.toString(), ".");
            if (exit != 0) {
                throw new AssertionError("jar ended with " + exit);
            }
        }
        return jar;
    }

    /** The files of people and figures, by the address of imports, in the order of their names. */
    private static void hand(Api admin) throws IOException {
        List<Path> tables;
        try (Stream<Path> files = Files.list(FILES)) {
            tables = files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
        for (Path table : tables) {
            String kind = table.getFileName().toString().replaceFirst("^\\d+-", "").replaceFirst("\\.csv$", "");
            admin.raw("POST", "/api/" + TENANT + "/imports/" + kind, Map.of("Content-Type", "text/csv; charset=utf-8"),
                    Files.readString(table)).expect(200);
        }
    }
}
