package id.capaian.admin.config;

import com.fasterxml.jackson.databind.JsonNode;
import id.capaian.admin.AdminException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** {@code tenants-config/platform.yaml}: what holds for all tenants. */
public final class PlatformFile {

    private static final String NAME = "platform.yaml";

    private PlatformFile() {
    }

    /**
     * Smallest groups by their name in {@code ref.threshold}.
     *
     * @param configDir folder {@code tenants-config}
     */
    public static Map<String, Integer> thresholds(Path configDir) {
        Map<String, Integer> thresholds = new TreeMap<>();
        read(configDir).get("thresholds").properties()
                .forEach(entry -> thresholds.put(TenantFiles.hyphenated(entry.getKey()), entry.getValue().asInt()));
        return thresholds;
    }

    /** Whether figures of periods that a dropped tenant has closed stay in the national statistics; yes unless said. */
    public static boolean keepsClosedFigures(Path configDir) {
        return !"delete".equals(read(configDir).path("droppedTenants").path("closedFigures").asText());
    }

    private static JsonNode read(Path configDir) {
        try {
            return new ConfigFile("platform").read(NAME, Files.readString(configDir.resolve(NAME)));
        } catch (IOException e) {
            throw new AdminException("Cannot read " + configDir.resolve(NAME)
                    + ": set CAPAIAN_CONFIG_DIR to tenants-config.", e);
        }
    }
}
