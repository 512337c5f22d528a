package id.capaian.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    private Path root;

    @Test
    void needNothing() {
        Settings settings = Settings.load(root, Map.of());
        assertEquals(18080, settings.serverPort());
        assertEquals("http://localhost:18080", settings.baseUrl());
        assertEquals(root.resolve(".capaian").toAbsolutePath(), settings.state());
        assertTrue(settings.externalDatabase().isEmpty());
    }

    @Test
    void comeFromTheFileUnlessTheEnvironmentSaysOtherwise() throws IOException {
        write("CAPAIAN_PORT=1\nCAPAIAN_PG_PORT=2\n");
        Settings settings = Settings.load(root, Map.of("CAPAIAN_PORT", "3"));
        assertEquals(3, settings.serverPort());
        assertEquals(2, settings.postgresPort());
    }

    @Test
    void comeFromAnotherFileWhenOneIsNamed() throws IOException {
        write("CAPAIAN_PORT=1\n");
        Path other = Files.writeString(root.resolve("other.properties"), "CAPAIAN_PG_PORT=2\n");
        Settings settings = Settings.load(root, Map.of("CAPAIAN_SETTINGS", other.toString()));
        assertEquals(18080, settings.serverPort());
        assertEquals(2, settings.postgresPort());
        LocalException refused = assertThrows(LocalException.class,
                () -> Settings.load(root, Map.of("CAPAIAN_SETTINGS", "nowhere.properties")));
        assertTrue(refused.getMessage().contains("nowhere.properties, which is missing"), refused.getMessage());
    }

    @Test
    void handTheServersOwnKeysOn() throws IOException {
        write("capaian.session.outage-hours=4\nCAPAIAN_PORT=1\n");
        assertEquals(Map.of("capaian.session.outage-hours", "4"), Settings.load(root, Map.of()).serverKeys());
    }

    @Test
    void sayWhichNumberIsNone() {
        Settings settings = Settings.load(root, Map.of("CAPAIAN_PORT", "eighty"));
        LocalException refused = assertThrows(LocalException.class, settings::serverPort);
        assertEquals("CAPAIAN_PORT must be a whole number, not eighty.", refused.getMessage());
    }

    @Test
    void sayWhatAnExternalPostgresNeeds() {
        Settings settings = Settings.load(root, Map.of("CAPAIAN_PG_URL", "jdbc:postgresql://db.example/capaian"));
        LocalException refused = assertThrows(LocalException.class, () -> new LocalSystem(settings).database());
        assertTrue(refused.getMessage().startsWith("CAPAIAN_DB_PASSWORD is not set; an external PostgreSQL needs"));
    }

    private void write(String text) throws IOException {
        Files.createDirectories(root.resolve("deploy/local"));
        Files.writeString(root.resolve("deploy/local/local.properties"), text);
    }
}
