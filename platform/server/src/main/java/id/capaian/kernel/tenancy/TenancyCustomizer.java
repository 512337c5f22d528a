package id.capaian.kernel.tenancy;

import org.eclipse.persistence.sessions.Session;

/** Called by EclipseLink when the persistence unit is deployed; named in persistence.xml. */
@SuppressWarnings("removal")
public final class TenancyCustomizer implements org.eclipse.persistence.config.SessionCustomizer {

    @Override
    public void customize(Session session) {
        Tenancy.install(session, new ContainerPools(), new TransactionWork());
    }
}
