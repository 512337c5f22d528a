package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.capaian.admin.config.TenantFiles;
import id.capaian.admin.tenant.TenantConfig;
import id.capaian.kernel.tenancy.Slice;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the operator's program writes down is what the server looks for: they share nothing but the database. */
class SeededSettingsTest {

    @Test
    void everySeededSettingHasAReader() {
        Set<String> seeded = seeded();
        seeded.removeAll(read());
        assertEquals(Set.of(), seeded, "nobody reads these: mend their names, or drop them from tenant.schema.json");
    }

    @Test
    void theRepositorysFilesNameEverySettingThereIs() throws IOException {
        try (InputStream in = TenantFiles.class.getResourceAsStream("/schema/tenant.schema.json")) {
            String schema = new String(in.readAllBytes());
            String settings = schema.substring(schema.indexOf("\"settings\": {"), schema.indexOf("\"firstAdmin\": {"));
            long possible = settings.lines().filter(line -> line.matches(" {8}\"[a-zA-Z]+\": .*")).count();
            assertEquals(possible, seeded().stream().filter(name -> name.startsWith("evaluation.")).count(),
                    "else the test above does not see them all");
        }
    }

    private static Set<String> seeded() {
        return TenantFiles.parse("samarinda.yaml", Slice.yamlOf("samarinda")).settings().stream()
                .map(TenantConfig.Setting::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> read() {
        return Arrays.stream(EvaluationSettings.class.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(SeededSettingsTest::value).collect(Collectors.toSet());
    }

    private static String value(Field field) {
        try {
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
