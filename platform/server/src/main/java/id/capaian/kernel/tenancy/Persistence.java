package id.capaian.kernel.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Lets use cases take the entity manager in their constructor, so that slice tests can hand them theirs. */
@ApplicationScoped
class Persistence {

    @Produces
    @PersistenceContext(unitName = "capaian")
    private EntityManager entityManager;
}
