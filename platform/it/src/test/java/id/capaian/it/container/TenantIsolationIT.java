package id.capaian.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.local.Artifacts;
import jakarta.inject.Inject;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Inside Payara Micro: fifty tenants on eight connections, a hundred thousand units of work, two in five rolled back,
 * statements cancelled and threads interrupted in between. No foreign row, nothing left behind, no connection lost.
 * That the same check notices walls that do not stand is shown by {@link FaultyWallsIT}.
 */
@ExtendWith(ArquillianExtension.class)
class TenantIsolationIT {

    private static final int UNITS = 100_000;
    /** As {@link ContainerWorld} sets them: in the pools the units of work draw from, and in all. */
    private static final int TENANT_CONNECTIONS = 4;
    private static final int CONNECTIONS = 8;

    @Inject
    private IsolationCheck check;

    @Deployment
    @TargetsContainer(ContainerWorld.STANDING)
    static WebArchive realServer() {
        return serverWithCheck().addClass(TenantIsolationIT.class);
    }

    /** The server as it is shipped, and the check beside it. */
    static WebArchive serverWithCheck() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, Artifacts.here().war().toFile())
                .addClasses(IsolationCheck.class, ReleasedConnections.class, Finding.class, Findings.class,
                        IsolationProbe.class);
    }

    @Test
    void keepsFiftyTenantsApartUnderCancelsAndInterrupts() throws Exception {
        check.plant();
        Findings findings = check.runDisturbed(UNITS);
        assertEquals(Set.of(), findings.kinds(), findings.toString());
        IsolationCheck.Tally done = check.tally();
        assertEquals(UNITS, done.units(), done.toString());
        assertTrue(done.shareRolledBack() > 0.38 && done.shareRolledBack() < 0.42, done.toString());
        assertTrue(done.cancelled() > 0 && done.interrupted() > 0, "a disturbance that hits nobody proves nothing: " + done);
        assertTrue(done.mostConnections() > TENANT_CONNECTIONS && done.mostConnections() <= CONNECTIONS, done.toString());
    }
}
