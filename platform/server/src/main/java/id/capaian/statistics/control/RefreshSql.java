package id.capaian.statistics.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** The system door's way to the national figures: it may have them derived, and read none. */
@ApplicationScoped
class RefreshSql {

    private final EntityManager entityManager;

    RefreshSql() {
        this(null);
    }

    @Inject
    RefreshSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void refreshDue() {
        entityManager.createNativeQuery("select national.refresh_due()").getSingleResult();
    }
}
