package id.capaian.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.admin.config.PlatformFile;
import id.capaian.admin.config.TenantFiles;
import id.capaian.admin.tenant.TenantConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {

    private static final Path CONFIG = Path.of("../../tenants-config");

    @Test
    void readsEveryFileOfTheRepository() {
        assertTrue(new TenantFiles(CONFIG).all().size() >= 2);
        assertEquals(10, PlatformFile.thresholds(CONFIG).get("national-cell"));
        TenantConfig tenant = new TenantFiles(CONFIG).one("samarinda");
        assertEquals("Asia/Makassar", tenant.timeZone());
        assertEquals("14", tenant.settings().get("objection-days"));
        TenantConfig.Period quarter = tenant.periods().get(3);
        assertEquals("2026-Q4", quarter.code());
        assertEquals("QUARTERLY", quarter.kind());
        assertEquals(LocalDate.of(2026, 10, 1), quarter.startsOn());
        assertEquals("ANNUAL", tenant.periods().get(4).kind());
    }

    @Test
    void namesFileAndFieldAndRemedy() throws IOException {
        refused("timeZone: Asia/Makassar", "timeZone: WITA", "x.yaml: timeZone: ");
        refused("objectionDays: 14", "objectionDays: fourteen", "x.yaml: settings.objectionDays: ");
        refused("objectionDays: 14", "objectionDay: 14", "objectionDay");
        refused("code: samarinda", "code: Samarinda", "x.yaml: code: ");
        refused("code: samarinda", "code: nasional", "x.yaml: code: ");
        refused("startsOn: 2026-10-01", "startsOn: 2026-02-30", "'2026-02-30' is not in the calendar");
        refused("endsOn: 2026-03-31", "endsOn: 2025-03-31", "2026-Q1 ends before it starts");
        refused("locale: id", "locale: id\nlocale: en", "x.yaml: not YAML");
        String refusal = refused("state: active", "state: gone", "x.yaml: state: ");
        assertTrue(refusal.contains("tenants-config/schema/tenant.schema.json"), refusal);
    }

    @Test
    void refusesAThresholdBelowItsFloor(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("platform.yaml"),
                "thresholds: {nationalCell: 4}\ncontacts: {operations: abc}\n");
        AdminException refused = assertThrows(AdminException.class, () -> PlatformFile.thresholds(folder));
        assertTrue(refused.getMessage().contains("platform.yaml: thresholds.nationalCell: "), refused.getMessage());
    }

    @Test
    void refusesAFileUnderAnotherName(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("tenants"));
        Files.copy(CONFIG.resolve("tenants/tubei.yaml"), folder.resolve("tenants/lebong.yaml"));
        AdminException refused = assertThrows(AdminException.class, () -> new TenantFiles(folder).all());
        assertTrue(refused.getMessage().contains("must be called tubei.yaml"), refused.getMessage());
    }

    private static String refused(String right, String wrong, String expected) throws IOException {
        String yaml = Files.readString(CONFIG.resolve("tenants/samarinda.yaml"));
        assertTrue(yaml.contains(right), right);
        AdminException refused = assertThrows(AdminException.class,
                () -> TenantFiles.parse("x.yaml", yaml.replace(right, wrong)), wrong);
        assertTrue(refused.getMessage().contains(expected), refused.getMessage());
        return refused.getMessage();
    }
}
