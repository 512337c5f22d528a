package id.capaian.planning.control;

import id.capaian.kernel.tenancy.QueryIds;
import id.capaian.people.AssignmentsEnded;
import id.capaian.planning.entity.Skp;
import id.capaian.planning.entity.SkpStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A plan ends with its post (domain.md 3.5): transfer and exit close it, and the span up to then is still assessed. In
 * the transaction in which the post ends.
 */
@ApplicationScoped
class EndPlansWithPosts {

    /** Assignments asked about at a time. */
    private static final int SLICE = 1000;

    private final EntityManager entityManager;
    private final Today today;

    EndPlansWithPosts() {
        this(null, null);
    }

    @Inject
    EndPlansWithPosts(EntityManager entityManager, Today today) {
        this.entityManager = entityManager;
        this.today = today;
    }

    void end(@Observes AssignmentsEnded ended) {
        LocalDate day = today.date();
        List<UUID> posts = new ArrayList<>(ended.lastDays().keySet());
        for (int from = 0; from < posts.size(); from += SLICE) {
            entityManager.createQuery("select s from Skp s where s.assignmentId in :posts and s.status <> :cancelled",
                    Skp.class)
                    .setParameter("posts", QueryIds.padded(posts.subList(from, Math.min(from + SLICE, posts.size()))))
                    .setParameter("cancelled", SkpStatus.CANCELLED).getResultList()
                    .forEach(plan -> plan.endWithPost(ended.lastDays().get(plan.assignmentId()), day));
        }
    }
}
