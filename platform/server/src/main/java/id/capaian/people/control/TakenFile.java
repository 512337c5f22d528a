package id.capaian.people.control;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A file that was imported.
 *
 * @param fileName null for one that came through the interface
 * @param created  rows that were new; null for imports of earlier releases, which count them as changed
 * @param by       name of the person, or the account's subject
 * @param undoneAt when it was taken back; null when it was not
 * @param traced   whether it is known what it changed
 */
public record TakenFile(UUID id, String kind, String fileName, int rows, Integer created, int changed, Instant at,
        String by, Instant undoneAt, String undoneBy, boolean traced) {

    /** So long an import may be taken back. */
    public static final Duration UNDOABLE = Duration.ofDays(1);

    /** Whether it may still be asked for; what was built on it since may forbid it. */
    public boolean isUndoable(Instant now) {
        return undoneAt == null && traced && isYoung(at, now) && (changed > 0 || created != null && created > 0)
                && !kind.equals(UndoImport.VALUES);
    }

    static boolean isYoung(Instant at, Instant now) {
        return now.isBefore(at.plus(UNDOABLE));
    }
}
