package id.capaian.extension.host;

import id.capaian.extension.PackCondition;
import id.capaian.extension.Refusal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * What a check of an artifact found.
 *
 * @param key     the key it was checked with; null when there was none
 * @param pack    null when it was refused, or is not wanted any more
 * @param refusal null when it was not refused
 * @param times   how often it was refused one after the other
 * @param nanos   when, by {@link System#nanoTime}
 */
record Known(Artifact artifact, TrustedKey key, VerifiedPack pack, PackReport report, Refusal refusal, int times,
        long nanos) {

    /** What lies in the row and the key alone: as long as both stay, so does the answer. */
    private static final Set<Refusal> FINAL = EnumSet.of(Refusal.KEY_UNKNOWN, Refusal.KEY_REVOKED, Refusal.KEY_EXPIRED,
            Refusal.SIGNATURE_WRONG, Refusal.MALFORMED, Refusal.CODE_NOT_ALLOWED, Refusal.OUT_OF_RANGE);
    private static final int MOST_DOUBLINGS = 7;

    /** A pack that was let in, or is not wanted any more. */
    static Known of(Artifact artifact, VerifiedPack pack, PackCondition condition) {
        return new Known(artifact, null, pack, new PackReport(artifact.key(), condition, null), null, 0,
                System.nanoTime());
    }

    /**
     * A pack that was refused.
     *
     * @param before what was known of it; null for nothing
     */
    static Known refused(Artifact artifact, TrustedKey key, Refusal refusal, String detail, Known before) {
        int times = before == null || before.refusal() != refusal ? 1 : before.times() + 1;
        return new Known(artifact, key, null, failed(artifact.key(), refusal, detail), refusal, times,
                System.nanoTime());
    }

    static PackReport failed(PackKey key, Refusal refusal, String detail) {
        return new PackReport(key, PackCondition.FAILED, refusal + ": " + detail);
    }

    /** The same pack, with something else to say of it. */
    Known saying(PackReport state) {
        return new Known(artifact, key, pack, state, refusal, times, nanos);
    }

    boolean says(PackCondition condition) {
        return report.condition() == condition;
    }

    /** Whether it is about the same bytes. */
    boolean isOf(Artifact other) {
        return artifact.sha256().equals(other.sha256());
    }

    /**
     * Whether to look again: the artifact is another one or was let go, or it was refused for a reason that may pass.
     *
     * @param retry the first pause after a refusal; each further one doubles it, up to a hundredfold or so
     */
    boolean isDue(Artifact wanted, TrustedKey trusted, Duration retry) {
        if (!isOf(wanted) || says(PackCondition.UNLOADED)) {
            return true;
        }
        if (refusal == null) {
            return false;
        }
        if (FINAL.contains(refusal)) {
            return !artifact.equals(wanted) || !Objects.equals(key, trusted);
        }
        return System.nanoTime() - nanos > retry.multipliedBy(1L << Math.min(times - 1, MOST_DOUBLINGS)).toNanos();
    }
}
