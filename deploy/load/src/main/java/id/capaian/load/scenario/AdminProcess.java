package id.capaian.load.scenario;

import id.capaian.load.Generator;
import id.capaian.load.House;
import id.capaian.load.Person;
import id.capaian.local.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The admin's program as a process of its own, as in operation: takes some tenants from their files to service. */
final class AdminProcess {

    private final House house;
    private final Path folder;
    private volatile Process process;

    /** @param folder for the tenants' files, and migrations of its own */
    AdminProcess(House house, Path folder) {
        this.house = house;
        this.folder = folder;
    }

    /** Has the program find a further migration of tenants beside its own. */
    void addMigration(String version, String sql) throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("db/tenant"));
        Files.writeString(migrations.resolve("V" + version + "__load_wave.sql"), sql);
    }

    /**
     * Applies tenants by their numbers.
     *
     * @return milliseconds of CPU the program used
     * @throws IllegalStateException when it failed
     */
    long apply(List<Integer> tenants) throws IOException, InterruptedException {
        Path files = Files.createDirectories(folder.resolve("tenants"));
        EmbeddedPostgres database = house.system().database();
        Generator generator = new Generator(database, house.nation(), "[]");
        for (int tenant : tenants) {
            Files.writeString(files.resolve(Person.code(tenant) + ".yaml"), generator.yaml(tenant));
        }
        ProcessBuilder command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-cp", folder + File.pathSeparator + System.getProperty("java.class.path"),
                AdminRun.class.getName(), files.toString()).redirectErrorStream(true);
        command.environment().putAll(Map.of("CAPAIAN_DB_URL", database.url("capaian"),
                "CAPAIAN_DB_OWNER_PASSWORD", database.password("p_owner"),
                "CAPAIAN_DB_APP_PASSWORD", database.password("p_app")));
        process = command.start();
        String last = "";
        StringBuilder all = new StringBuilder();
        try (BufferedReader said = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                all.append(line).append('\n');
                last = line;
            }
        }
        if (process.waitFor() != 0 || !last.startsWith(AdminRun.CPU)) {
            throw new IllegalStateException("the admin's program failed: " + all);
        }
        return Long.parseLong(last.substring(AdminRun.CPU.length()));
    }

    /** Ends it, if it is still at work: what follows undoes what it does. */
    void stop() throws InterruptedException {
        if (process != null && process.isAlive()) {
            process.destroy();
            process.waitFor();
        }
    }
}
