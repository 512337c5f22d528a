package id.capaian.load.scenario;

import id.capaian.admin.Admin;
import id.capaian.admin.AdminConfig;
import id.capaian.admin.account.FirstPasswords;
import id.capaian.admin.config.TenantFiles;
import id.capaian.admin.tenant.Outcome;
import id.capaian.admin.tenant.TenantConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What {@link AdminProcess} starts: applies the tenants whose files lie in a folder, and tells its CPU in the end. */
final class AdminRun {

    /** What its last line begins with; milliseconds follow. */
    static final String CPU = "CPU ";

    private AdminRun() {
    }

    /** @param arguments the folder */
    public static void main(String[] arguments) throws IOException {
        List<TenantConfig> tenants = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                tenants.add(TenantFiles.parse(name.substring(0, name.indexOf('.')), Files.readString(file)));
            }
        }
        List<Outcome> outcomes = new Admin(AdminConfig.from(System.getenv()))
                .applyAllTenants(tenants, null, FirstPasswords.none(), false);
        List<Outcome> failed = outcomes.stream().filter(outcome -> outcome.failure() != null
                || outcome.result() == Outcome.Result.FAILED || outcome.result() == Outcome.Result.HELD).toList();
        if (!failed.isEmpty()) {
            System.out.println(failed);
            System.exit(1);
        }
        System.out.println(CPU + ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis());
    }
}
