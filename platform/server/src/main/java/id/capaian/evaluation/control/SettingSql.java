package id.capaian.evaluation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The tenant's dated settings. */
@ApplicationScoped
class SettingSql {

    private final EntityManager entityManager;

    SettingSql() {
        this(null);
    }

    @Inject
    SettingSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    Optional<String> value(String name, LocalDate on) {
        List<?> newest = entityManager.createNativeQuery("""
                select value from __T__.setting where name = ? and valid_from <= ?
                order by valid_from desc fetch first 1 row only""")
                .setParameter(1, name).setParameter(2, Date.valueOf(on)).getResultList();
        return newest.stream().map(String.class::cast).findFirst();
    }
}
