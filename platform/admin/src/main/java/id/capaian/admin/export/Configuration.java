package id.capaian.admin.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.capaian.admin.database.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** A tenant's configuration: its file as it is, or what an operator's order said, in the same form. */
final class Configuration {

    private final Path configDir;

    /** @param configDir folder {@code tenants-config}, or null */
    Configuration(Path configDir) {
        this.configDir = configDir;
    }

    String of(Connection connection, String code) throws IOException, SQLException {
        Path file = configDir == null ? null : configDir.resolve("tenants").resolve(code + ".yaml");
        if (file != null && Files.isRegularFile(file)) {
            return Files.readString(file);
        }
        return Sql.text(connection, "select wanted from registry.tenant_order where tenant = ? and kind = 'OPEN'"
                + " order by ordered_at desc limit 1", code).map(Configuration::yaml)
                .orElse("# " + code + " is in no file of tenants-config.\n");
    }

    private static String yaml(String json) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        try {
            return new Yaml(options).dump(new ObjectMapper().readValue(json, Map.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database returned JSON that is none", e);
        }
    }
}
