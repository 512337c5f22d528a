package id.capaian.kernel.tenancy;

import java.util.Optional;
import org.eclipse.persistence.sessions.Session;

/** The same walls as in the server; only where connections and the current work come from differs. */
@SuppressWarnings("removal")
public final class SliceCustomizer implements org.eclipse.persistence.config.SessionCustomizer {

    @Override
    public void customize(Session session) {
        Tenancy.install(session, work -> TenantConnector.Drawn.uncounted(Slice.connection()), () -> Optional.ofNullable(Slice.currentWork()));
    }
}
