package id.capaian.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactsTest {

    @TempDir
    private Path root;

    @Test
    void leaveOutAPackThatIsStillBeingWritten() throws IOException {
        Files.writeString(root.resolve("pom.xml"), "<modules>\n<module>plugins/plugin-api</module>\n"
                + "<module>plugins/region-tubei</module>\n<module>plugins/region-pariaman</module>\n</modules>");
        for (String jar : List.of("region-tubei/target/region-tubei-1.1.0.jar",
                "region-pariaman/target/region-pariaman-1.0.0.jar", "region-new/target/region-new-1.0.0-dev.1.jar")) {
            Path file = root.resolve("plugins").resolve(jar);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
        Files.createDirectories(root.resolve("plugins/region-newer/src"));
        assertEquals(List.of("region-pariaman-1.0.0.jar", "region-tubei-1.1.0.jar"),
                new Artifacts(root).packs().stream().map(jar -> jar.getFileName().toString()).toList());
    }
}
