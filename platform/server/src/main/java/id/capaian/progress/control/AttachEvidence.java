package id.capaian.progress.control;

import id.capaian.kernel.files.FileStore;
import id.capaian.kernel.files.Received;
import id.capaian.kernel.files.Stored;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.progress.JudgementView;
import id.capaian.progress.ProgressView;
import id.capaian.progress.entity.Evidence;
import id.capaian.progress.entity.Judgement;
import id.capaian.progress.entity.ProgressEntry;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A person hands in a file with an own entry, or takes one back. */
@TenantUseCase
public class AttachEvidence {

    /** Largest file in bytes: 10 MiB, a scanned report; the page and the refusal say so. */
    public static final long LARGEST = 10L * 1024 * 1024;

    private final ProgressRights rights;
    private final ProgressEntries entries;
    private final FileStore files;
    private final Clock clock;

    AttachEvidence() {
        this(null, null, null, null);
    }

    @Inject
    AttachEvidence(ProgressRights rights, ProgressEntries entries, FileStore files, Clock clock) {
        this.rights = rights;
        this.entries = entries;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Attaches a file. The same content twice is one piece of evidence, so a repeated upload changes nothing.
     *
     * @param file received by {@link FileStore#receive} of at most {@link #LARGEST}
     * @throws ProblemException NOT_FOUND, PERIOD_NOT_OPEN
     */
    public ProgressView attach(UUID entryId, String fileName, Received file) {
        ProgressEntry entry = entries.get(entryId);
        rights.ownForChange(entry.individualIndicatorId(), entry.periodId());
        Stored stored = files.keep(file);
        List<Evidence> present = entries.evidenceOf(entry);
        if (present.stream().noneMatch(evidence -> evidence.storageKey().equals(stored.key()))) {
            entries.add(new Evidence(Ids.next(clock.millis()), entryId, fileName, stored, clock.instant()));
            entries.flush();
        }
        return entry.view(entries.evidenceOf(entry));
    }

    /**
     * Takes a file back; the row stays, marked.
     *
     * @throws ProblemException NOT_FOUND, PERIOD_NOT_OPEN, MOVE_NOT_ALLOWED for a file an acceptance rests on
     */
    public ProgressView remove(UUID evidenceId) {
        Evidence evidence = entries.getEvidence(evidenceId);
        ProgressEntry entry = entries.get(evidence.progressEntryId());
        rights.ownForChange(entry.individualIndicatorId(), entry.periodId());
        evidence.remove(clock.instant(), acceptedAt(entry));
        entries.flush();
        return entry.view(entries.evidenceOf(entry));
    }

    private Instant acceptedAt(ProgressEntry entry) {
        return JudgementView.lastAcceptance(
                entries.judgementsOf(List.of(entry.id())).stream().map(Judgement::view).toList());
    }
}
