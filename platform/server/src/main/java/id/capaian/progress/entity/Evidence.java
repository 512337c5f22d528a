package id.capaian.progress.entity;

import id.capaian.kernel.files.Stored;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.progress.ProgressView.EvidenceView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A file handed in with an entry. Taken back, it is marked so; the row and the file stay. */
@Entity
@Table(name = "evidence")
public class Evidence {

    private static final int LONGEST_NAME = 120;

    @Id
    @Column(name = "evidence_id")
    private UUID id;

    @Column(name = "progress_entry_id")
    private UUID progressEntryId;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "media_type")
    private String mediaType;

    @Column(name = "byte_size")
    private long byteSize;

    private String sha256;

    @Column(name = "storage_key")
    private String storageKey;

    @Column(name = "attached_at")
    private Instant attachedAt;

    @Column(name = "removed_at")
    private Instant removedAt;

    protected Evidence() {
    }

    public Evidence(UUID id, UUID progressEntryId, String fileName, Stored stored, Instant attachedAt) {
        this.id = id;
        this.progressEntryId = progressEntryId;
        this.fileName = shown(fileName);
        this.mediaType = stored.kind().mediaType();
        this.byteSize = stored.size();
        this.sha256 = stored.sha256();
        this.storageKey = stored.key();
        this.attachedAt = attachedAt;
    }

    /** The name to show: its last part, without control characters, not too long. */
    private static String shown(String given) {
        String name = given == null ? "" : given.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        return name.isEmpty() ? "bukti" : name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }

    /**
     * Takes the file back.
     *
     * @param acceptedAt when the rater last accepted the entry, null when never: what was handed in until then is what
     *                   the acceptance rests on, and stays even when the person records something new
     * @throws ProblemException {@link Problem#MOVE_NOT_ALLOWED}
     */
    public void remove(Instant at, Instant acceptedAt) {
        if (acceptedAt != null && !attachedAt.isAfter(acceptedAt)) {
            throw new ProblemException(Problem.MOVE_NOT_ALLOWED);
        }
        removedAt = at;
    }

    /** Whether it was taken back. */
    public boolean isRemoved() {
        return removedAt != null;
    }

    EvidenceView view() {
        return new EvidenceView(id, fileName, mediaType, byteSize, sha256, attachedAt);
    }

    public UUID id() {
        return id;
    }

    public UUID progressEntryId() {
        return progressEntryId;
    }

    public String fileName() {
        return fileName;
    }

    public String mediaType() {
        return mediaType;
    }

    public String storageKey() {
        return storageKey;
    }
}
