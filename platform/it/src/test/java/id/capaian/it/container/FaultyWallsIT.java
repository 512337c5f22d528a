package id.capaian.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.capaian.kernel.tenancy.FaultyWalls;
import id.capaian.kernel.tenancy.FaultyWalls.Fault;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The check of {@link TenantIsolationIT} on a server whose walls are wrong on purpose, each time in another way.
 * What is wrong is a test double put beneath the walls; the server itself has no switch for it.
 */
@ExtendWith(ArquillianExtension.class)
class FaultyWallsIT {

    private static final int UNITS = 600;
    private static final String PERSISTENCE = "WEB-INF/classes/META-INF/persistence.xml";
    private static final String REAL = "id.capaian.kernel.tenancy.TenancyCustomizer";

    @Inject
    private IsolationCheck check;

    @Deployment
    @TargetsContainer(ContainerWorld.FAULTY)
    static WebArchive serverWithFaultyWalls() throws IOException {
        WebArchive server = TenantIsolationIT.serverWithCheck().addClasses(FaultyWallsIT.class, FaultyWalls.class);
        try (InputStream in = server.get(PERSISTENCE).getAsset().openStream()) {
            String unit = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (!unit.contains(REAL)) {
                throw new IllegalStateException("the walls are put up elsewhere by now: " + unit);
            }
            server.delete(PERSISTENCE);
            return server.addAsResource(new StringAsset(unit.replace(REAL, FaultyWalls.class.getName())),
                    "META-INF/persistence.xml");
        }
    }

    @AfterEach
    void mend() {
        FaultyWalls.have(Fault.NONE);
    }

    @Test
    void findsNothingWhereNothingIsWrong() throws Exception {
        assertFinds(Fault.NONE);
        assertEquals(UNITS, check.tally().units());
    }

    @Test
    void noticesARoleLeftOut() throws Exception {
        assertFinds(Fault.ROLE_LEFT_OUT, Finding.REFUSAL);
    }

    @Test
    void noticesASchemaLeftOut() throws Exception {
        assertFinds(Fault.SCHEMA_LEFT_OUT, Finding.REFUSAL);
    }

    @Test
    void noticesTheSchemaOfAnotherTenant() throws Exception {
        assertFinds(Fault.SCHEMA_OF_ANOTHER, Finding.REFUSAL);
    }

    @Test
    void noticesTheRoleOfAnotherTenant() throws Exception {
        assertFinds(Fault.ROLE_OF_ANOTHER, Finding.REFUSAL);
    }

    @Test
    void noticesRoleAndSchemaOfAnotherTenant() throws Exception {
        assertFinds(Fault.BOTH_OF_ANOTHER, Finding.FOREIGN_ROW, Finding.MISPLACED_ROW);
    }

    @Test
    void noticesSettingsThatOutliveTheirTransaction() throws Exception {
        assertFinds(Fault.SETTINGS_OF_THE_SESSION, Finding.LEFTOVER_SETTING);
    }

    private void assertFinds(Fault fault, Finding... expected) throws Exception {
        check.plant();
        FaultyWalls.have(fault);
        Findings findings = check.run(UNITS);
        assertEquals(Set.of(expected), findings.kinds(), findings.toString());
    }
}
