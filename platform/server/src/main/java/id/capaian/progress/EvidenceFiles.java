package id.capaian.progress;

import id.capaian.kernel.files.FileStore;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.progress.control.ProgressEntries;
import id.capaian.progress.entity.Evidence;
import id.capaian.progress.entity.ProgressEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Files of evidence for other features, inside their own use case, which checks who asks and notes the reading. */
@ApplicationScoped
public class EvidenceFiles {

    private final ProgressEntries entries;
    private final FileStore files;

    EvidenceFiles() {
        this(null, null);
    }

    @Inject
    EvidenceFiles(ProgressEntries entries, FileStore files) {
        this.entries = entries;
        this.files = files;
    }

    /**
     * A file handed in for a plan in a period.
     *
     * @throws ProblemException {@link Problem#NOT_FOUND} for a file of another plan or period, and for one taken back
     */
    public EvidenceFile open(UUID evidenceId, UUID skpId, UUID periodId) {
        Evidence evidence = entries.getEvidence(evidenceId);
        ProgressEntry entry = entries.get(evidence.progressEntryId());
        if (evidence.isRemoved() || !entry.skpId().equals(skpId) || !entry.periodId().equals(periodId)) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return new EvidenceFile(evidence.fileName(), evidence.mediaType(), files.open(evidence.storageKey()));
    }
}
