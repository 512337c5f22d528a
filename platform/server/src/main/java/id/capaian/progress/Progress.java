package id.capaian.progress;

import id.capaian.progress.control.ProgressEntries;
import id.capaian.progress.control.Reviews;
import id.capaian.progress.entity.Evidence;
import id.capaian.progress.entity.ProgressEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Progress as other features read it, inside their own use case. */
@ApplicationScoped
public class Progress {

    private final ProgressEntries entries;
    private final Reviews reviews;

    Progress() {
        this(null, null);
    }

    @Inject
    Progress(ProgressEntries entries, Reviews reviews) {
        this.entries = entries;
        this.reviews = reviews;
    }

    /** Indicators of these plans with a file of evidence in the period that was not refused; one statement. */
    public Set<UUID> evidenced(Collection<UUID> skpIds, UUID periodId) {
        return skpIds.isEmpty() ? Set.of() : entries.evidenced(skpIds, periodId);
    }

    /**
     * Whose progress the caller judges as rater, in every period that is open or in grace; one statement. Nothing for
     * accounts that belong to no employee.
     */
    public List<Review> reviews() {
        return reviews.ofTheCaller();
    }

    /** What was recorded for a plan in a period, in the order it was first saved. */
    public List<ProgressView> entries(UUID skpId, UUID periodId) {
        List<ProgressEntry> found = entries.of(skpId, periodId);
        Map<UUID, List<Evidence>> evidence = entries.evidenceOf(found).stream()
                .collect(Collectors.groupingBy(Evidence::progressEntryId));
        return found.stream()
                .map(entry -> entry.view(evidence.getOrDefault(entry.id(), List.of()))).toList();
    }
}
