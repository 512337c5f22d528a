package id.capaian.kernel.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;

/** The tenant's door to the job table. */
@ApplicationScoped
class JobsSql {

    private final EntityManager entityManager;

    JobsSql() {
        this(null);
    }

    @Inject
    JobsSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    // The database's clock, not kernel.time: a moved clock must not put jobs where no scheduler looks.
    boolean ask(String task, String key, Duration delay) {
        return (Boolean) entityManager.createNativeQuery("""
                select registry.ask_job(?, ?, clock_timestamp() + make_interval(secs => ?))""")
                .setParameter(1, task).setParameter(2, key).setParameter(3, delay.toMillis() / 1000.0)
                .getSingleResult();
    }
}
