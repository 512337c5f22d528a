package id.capaian.progress.control;

import id.capaian.kernel.audit.AccessLog;
import id.capaian.kernel.files.FileStore;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.progress.EvidenceFile;
import id.capaian.progress.entity.Evidence;
import id.capaian.progress.entity.ProgressEntry;
import jakarta.inject.Inject;
import java.util.UUID;

/** Opens a piece of evidence for its owner or the owner's rater; the latter's look is kept in the access log. */
@TenantUseCase
public class ReadEvidence {

    private final ProgressRights rights;
    private final ProgressEntries entries;
    private final FileStore files;
    private final AccessLog accessLog;

    ReadEvidence() {
        this(null, null, null, null);
    }

    @Inject
    ReadEvidence(ProgressRights rights, ProgressEntries entries, FileStore files, AccessLog accessLog) {
        this.rights = rights;
        this.entries = entries;
        this.files = files;
        this.accessLog = accessLog;
    }

    /**
     * A file as it was handed in.
     *
     * @throws ProblemException {@link Problem#NOT_FOUND} for who is neither, and for a file taken back: it may have been
     *                          the wrong one, and an old link must not show it
     */
    public EvidenceFile open(UUID evidenceId) {
        Evidence evidence = entries.getEvidence(evidenceId);
        if (evidence.isRemoved()) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        ProgressEntry entry = entries.get(evidence.progressEntryId());
        if (rights.readsAnother(entry)) {
            accessLog.read(rights.ownerOf(entry), "progress.purpose.evidence");
        }
        return new EvidenceFile(evidence.fileName(), evidence.mediaType(), files.open(evidence.storageKey()));
    }
}
