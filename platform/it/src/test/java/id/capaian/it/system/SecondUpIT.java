package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Starting again does nothing anew, whether the system runs still or was stopped in between. */
class SecondUpIT {

    private static final String NOTHING_ANEW = "compilations: 0, Keycloak builds: 0, migrations: 0, imports: 0";

    private final RunningSystem system;

    SecondUpIT() throws IOException, InterruptedException {
        system = RunningSystem.shared();
    }

    @Test
    void aSecondUpFindsEverythingDone() throws IOException, InterruptedException {
        List<String> said = system.upAgain();
        assertTrue(said.contains(NOTHING_ANEW), String.join("\n", said));
    }

    @Test
    void anUpAfterADownFindsWhatWasThere() throws IOException, InterruptedException {
        JsonNode before = grants();
        List<String> said = system.downAndUp();
        assertTrue(said.contains(NOTHING_ANEW), String.join("\n", said));
        assertEquals(before, grants());
    }

    private JsonNode grants() {
        return Api.as(system, "admin.tubei", "tubei").get("/api/tubei/role-grants").expect(200);
    }
}
