package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Starting what runs already does nothing anew. */
class SecondUpIT {

    @Test
    void aSecondUpFindsEverythingDone() throws IOException, InterruptedException {
        List<String> said = RunningSystem.shared().upAgain();
        assertTrue(said.contains("compilations: 0, Keycloak builds: 0, migrations: 0, imports: 0"),
                String.join("\n", said));
    }
}
