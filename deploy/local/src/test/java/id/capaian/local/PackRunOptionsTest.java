package id.capaian.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackRunOptionsTest {

    @TempDir
    private Path root;

    @Test
    void areReadInAnyOrder() {
        PackRunOptions options = PackRunOptions.of(
                List.of("--once", "--tenant", "samarinda", "plugins/region-x", "--unit", "PKM"));
        assertEquals(Path.of("plugins/region-x"), options.folder());
        assertEquals(Map.of("--tenant", "samarinda", "--unit", "PKM"), options.values());
        assertEquals(Set.of("--once"), options.flags());
    }

    @Test
    void areRefusedWhenSomethingIsMissingOrUnknown() {
        for (List<String> words : List.of(List.<String>of(), List.of("plugins/region-x"),
                List.of("--tenant", "samarinda"), List.of("a", "--tenant"), List.of("a", "--tenant", "t", "--wrong"),
                List.of("a", "b", "--tenant", "t"), List.of("a", "--tenant", "t", "--once", "--back"))) {
            LocalException refused = assertThrows(LocalException.class, () -> PackRunOptions.of(words));
            assertTrue(refused.getMessage().startsWith("usage: deploy/local/pack-run "), refused.getMessage());
        }
    }

    @Test
    void areRefusedForADayThatIsNone() {
        refused("--from must be a day like 2026-10-01, not yesterday.", Map.of(), "--from", "yesterday");
    }

    @Test
    void leadNowhereButToTheDemoOfThisFolder() {
        for (String other : List.of("CAPAIAN_PG_URL", "CAPAIAN_KEYCLOAK_URL")) {
            refused("A pack that is being written is tried in up's own demo only", Map.of(other, "https://x.example"));
        }
        refused("No demo of " + root.resolve(".capaian") + " runs: run deploy/local/up first.", Map.of());
    }

    private void refused(String why, Map<String, String> environment, String... more) {
        List<String> words = new ArrayList<>(List.of("../../plugins/region-samarinda", "--tenant", "samarinda"));
        words.addAll(List.of(more));
        Settings settings = Settings.load(root, environment);
        LocalException refused = assertThrows(LocalException.class,
                () -> PackRunOptions.of(words).run(settings, new Progress(System.out)));
        assertTrue(refused.getMessage().startsWith(why), refused.getMessage());
    }
}
