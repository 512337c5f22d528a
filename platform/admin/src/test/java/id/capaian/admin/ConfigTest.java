package id.capaian.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.capaian.admin.config.PlatformFile;
import id.capaian.admin.config.TenantFiles;
import id.capaian.admin.tenant.TenantConfig;
import id.capaian.keycloak.signon.Area;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {

    private static final Path CONFIG = Path.of("../../tenants-config");

    @Test
    void readsEveryFileOfTheRepository() {
        assertEquals(List.of("mulyorejo", "pariaman", "samarinda", "tangsel", "tubei"),
                new TenantFiles(CONFIG).all().stream().map(TenantConfig::code).sorted().toList());
        TenantConfig part = new TenantFiles(CONFIG).one("mulyorejo");
        assertEquals("35.78", part.government().code());
        assertTrue(part.scope().contains("35.78.26"), part.scope());
        assertEquals(10, PlatformFile.thresholds(CONFIG).get("national-cell"));
        TenantConfig tenant = new TenantFiles(CONFIG).one("samarinda");
        assertEquals("Asia/Makassar", tenant.timeZone());
        assertTrue(tenant.settings().contains(
                new TenantConfig.Setting("evaluation.answer-days", "14", LocalDate.of(2020, 1, 1))));
        TenantConfig.Setting holidays = tenant.settings().stream()
                .filter(setting -> setting.name().equals("calendar.holidays")).findFirst().orElseThrow();
        assertEquals(LocalDate.of(2026, 1, 1), holidays.validFrom());
        assertTrue(holidays.value().startsWith("2026-01-01,2026-01-16,"), holidays.value());
        TenantConfig.Period quarter = tenant.periods().get(3);
        assertEquals("2026-Q4", quarter.code());
        assertEquals("QUARTERLY", quarter.kind());
        assertEquals(LocalDate.of(2026, 10, 1), quarter.startsOn());
        assertEquals("ANNUAL", tenant.periods().get(4).kind());
    }

    @Test
    void namesFileAndFieldAndRemedy() throws IOException {
        refused("timeZone: Asia/Makassar", "timeZone: WITA", "x.yaml: timeZone: ");
        refused("answerDays: 14", "answerDays: fourteen", "x.yaml: settings.answerDays: ");
        refused("answerDays: 14", "graceDays: 14", "graceDays");
        refused("dayKind: CALENDAR", "dayKind: WEEKDAYS", "x.yaml: settings.dayKind: ");
        refused("2026-12-25", "2026-02-30", "calendar.holidays: '2026-02-30' is not in the calendar");
        refused("2026-12-25", "Natal", "x.yaml: calendar.holidays.16: ");
        refused("code: samarinda", "code: Samarinda", "x.yaml: code: ");
        refused("code: samarinda", "code: nasional", "x.yaml: code: ");
        refused("startsOn: 2026-10-01", "startsOn: 2026-02-30", "'2026-02-30' is not in the calendar");
        refused("endsOn: 2026-03-31", "endsOn: 2025-03-31", "2026-Q1 ends before it starts");
        refused("locale: id", "locale: id\nlocale: en", "x.yaml: not YAML");
        String refusal = refused("state: active", "state: gone", "x.yaml: state: ");
        assertTrue(refusal.contains("tenants-config/schema/tenant.schema.json"), refusal);
    }

    @Test
    void reservesTheWordsThatTheServerReserves() throws IOException {
        try (InputStream in = TenantFiles.class.getResourceAsStream("/schema/tenant.schema.json")) {
            Set<String> refused = new TreeSet<>();
            new ObjectMapper().readTree(in).at("/properties/code/not/enum").forEach(word -> refused.add(word.asText()));
            assertEquals(new TreeSet<>(Area.RESERVED), refused);
        }
        refused("code: samarinda", "code: publik", "x.yaml: code: ");
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
