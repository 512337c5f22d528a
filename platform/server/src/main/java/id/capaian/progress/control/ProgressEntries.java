package id.capaian.progress.control;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.QueryIds;
import id.capaian.progress.entity.Evidence;
import id.capaian.progress.entity.Judgement;
import id.capaian.progress.entity.ProgressEntry;
import id.capaian.progress.entity.ProgressStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Entries and evidence as stored. Inside a running use case only. */
@ApplicationScoped
public class ProgressEntries {

    private final EntityManager entityManager;

    ProgressEntries() {
        this(null);
    }

    @Inject
    public ProgressEntries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The entry with this id; a problem when the tenant has none. */
    public ProgressEntry get(UUID entryId) {
        return Optional.ofNullable(entityManager.find(ProgressEntry.class, entryId))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    Optional<ProgressEntry> ofIndicator(UUID indicatorId, UUID periodId) {
        return entityManager.createQuery("""
                select e from ProgressEntry e where e.individualIndicatorId = :indicator and e.periodId = :period""",
                ProgressEntry.class)
                .setParameter("indicator", indicatorId).setParameter("period", periodId).getResultStream().findFirst();
    }

    public List<ProgressEntry> of(UUID skpId, UUID periodId) {
        return entityManager.createQuery("""
                select e from ProgressEntry e where e.skpId = :skp and e.periodId = :period order by e.id""",
                ProgressEntry.class).setParameter("skp", skpId).setParameter("period", periodId).getResultList();
    }

    /** See {@link id.capaian.progress.Progress#evidenced}. */
    public Set<UUID> evidenced(Collection<UUID> skpIds, UUID periodId) {
        return new HashSet<>(entityManager.createQuery("""
                select distinct e.individualIndicatorId from ProgressEntry e, Evidence v
                where v.progressEntryId = e.id and v.removedAt is null and e.skpId in :skps and e.periodId = :period
                and e.status <> :refused""", UUID.class).setParameter("skps", QueryIds.padded(skpIds))
                .setParameter("period", periodId)
                .setParameter("refused", ProgressStatus.REFUSED).getResultList());
    }

    /** Evidence of all these entries that was not taken back, oldest first; one statement. */
    public List<Evidence> evidenceOf(Collection<ProgressEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        return entityManager.createQuery("""
                select e from Evidence e where e.progressEntryId in :entries and e.removedAt is null order by e.id""",
                Evidence.class)
                .setParameter("entries", QueryIds.padded(entries.stream().map(ProgressEntry::id).toList())).getResultList();
    }

    /** The same of one entry, which every answer about it shows. */
    List<Evidence> evidenceOf(ProgressEntry entry) {
        return entityManager.createQuery("""
                select e from Evidence e where e.progressEntryId = :entry and e.removedAt is null order by e.id""",
                Evidence.class).setParameter("entry", entry.id()).getResultList();
    }

    /** The evidence with this id, taken back or not; a problem when the tenant has none. */
    public Evidence getEvidence(UUID evidenceId) {
        return Optional.ofNullable(entityManager.find(Evidence.class, evidenceId))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    /** What raters decided about these entries, oldest first; one statement. */
    List<Judgement> judgementsOf(Collection<UUID> entryIds) {
        if (entryIds.isEmpty()) {
            return List.of();
        }
        return entityManager.createQuery("""
                select j from Judgement j where j.progressEntryId in :entries order by j.id""", Judgement.class)
                .setParameter("entries", QueryIds.padded(entryIds)).getResultList();
    }

    void add(Object entity) {
        entityManager.persist(entity);
    }

    /** Writes now, so that the version in the answer is the stored one. */
    void flush() {
        entityManager.flush();
    }
}
