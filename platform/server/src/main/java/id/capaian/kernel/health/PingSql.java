package id.capaian.kernel.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** The smallest question. */
@ApplicationScoped
class PingSql {

    private final EntityManager entityManager;

    PingSql() {
        this(null);
    }

    @Inject
    PingSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void select() {
        entityManager.createNativeQuery("select 1").getSingleResult();
    }
}
