package id.capaian.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Where a pack that is being written is tried: a tenant of the running demo, or a unit of it with those below. */
final class PackPlace {

    private final Settings settings;
    private final Database database;
    private final Packs packs;
    private final AdminCommand admin;
    private final DemoAccount regionalAdmin;
    private final String unitCode;
    private final String unitId;
    private final LocalDate wanted;

    /**
     * A place in the running demo.
     *
     * @param unitCode code of the unit; null for the whole tenant
     * @param wanted   first day; null for the day the pack holds from already, else today
     * @throws LocalException when no demo of this folder runs, or it has no such tenant or unit
     */
    PackPlace(LocalSystem system, Settings settings, String tenant, String unitCode,
            LocalDate wanted) {
        this.settings = settings;
        this.database = system.demoDatabase();
        Path tenantsConfig = settings.state().resolve("tenants-config");
        this.regionalAdmin = DemoAccount.read(tenantsConfig).stream()
                .filter(account -> !tenant.isEmpty() && account.tenant().equals(tenant)).findFirst().orElseThrow(
                () -> new LocalException("There is no demo tenant " + tenant
                        + ": take one of the table that up prints."));
        this.admin = system.admin(database, "http://localhost:" + settings.keycloakPort(), tenantsConfig);
        this.packs = new Packs(settings.keys(), admin, database);
        this.unitCode = unitCode;
        this.unitId = unitCode == null ? null : database.unit(tenant, unitCode);
        this.wanted = wanted;
    }

    String tenant() {
        return regionalAdmin.tenant();
    }

    /** What is written on the command line to mean this place again. */
    String unitOption() {
        return unitCode == null ? "" : " --unit " + unitCode;
    }

    /** The number of the pack's next development version. */
    int next(String packId, String version) {
        return PackRun.next(database.packVersions(packId), version);
    }

    /** Signs a development version with this machine's key, offers it to the tenant and stages it; the jar goes. */
    void stage(Path jar, String packId) {
        database.offerPack(tenant(), packId);
        packs.stageDevelopment(jar);
        try {
            Files.delete(jar);
            Files.deleteIfExists(jar.resolveSibling(jar.getFileName() + ".sig"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Enables a version and waits until it is served.
     *
     * @return the first day
     */
    LocalDate enable(String packId, String version, LocalDate today) {
        PackBinding binding = binding(packId);
        LocalDate from = wanted == null ? binding.from().orElse(today) : wanted;
        binding.bind(version, from);
        return from;
    }

    /** Lets nobody enable an earlier development version any more, so that the page of packs stays short. */
    void forget(String packId, String version) {
        if (database.packVersions(packId).contains(version)) {
            admin.run("plugin", "retire", packId, version);
        }
    }

    /** See {@link PackBinding#back}. */
    String back(String packId) {
        return tenant() + ": " + binding(packId).back() + ".";
    }

    /** Signed in anew each time: a token lasts minutes, and writing a pack takes hours. */
    private PackBinding binding(String packId) {
        DemoApi api = DemoApi.signIn("http://localhost:" + settings.serverPort(),
                "http://localhost:" + settings.keycloakPort(), tenant(), regionalAdmin.username(),
                settings.demoPassword());
        return new PackBinding(api, packId, unitId);
    }
}
