package id.capaian.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmptyWarTest {

    @Test
    void holdsOneApplicationOneResourceAndNothingElse(@TempDir Path folder) throws IOException {
        try (ZipFile war = new ZipFile(EmptyWar.in(folder).toFile())) {
            assertEquals(3, war.size());
            assertNotNull(war.getEntry("WEB-INF/classes/id/capaian/load/empty/EmptyResource.class"));
            assertNotNull(war.getEntry("WEB-INF/classes/id/capaian/load/empty/EmptyApplication.class"));
            assertNotNull(war.getEntry("WEB-INF/beans.xml"));
        }
    }
}
