package id.capaian.readiness.boundary;

import id.capaian.evaluation.Rehearsals.Act;
import id.capaian.evaluation.Rehearsals.Played;
import java.util.List;
import java.util.Set;

/**
 * A rehearsal as the page tells it.
 *
 * @param played everybody who played
 */
public record RehearsalWords(List<Played> played) {

    private static final Set<String> OWN_WORDS = Set.of("NO_PACK", "PACK_NOT_READY", "NO_SET", "PLAN_REFUSED");

    public RehearsalWords {
        played = List.copyOf(played);
    }

    /** How many went through that act. */
    public int passed(Act act) {
        return (int) played.stream().filter(one -> one.passed(act)).count();
    }

    /** Who did not go through the whole cycle, each kind of place once. */
    public List<Played> failures() {
        return played.stream().filter(one -> one.stoppedAt() != null).distinct().toList();
    }

    /** Somebody who did, to be looked at closely; null when nobody did. */
    public Played example() {
        return played.stream().filter(one -> one.stoppedAt() == null).findFirst().orElse(null);
    }

    /** Key of the words for a failure that has none of its own. */
    public static String key(Played failure) {
        return "readiness.reason." + (OWN_WORDS.contains(failure.code()) ? failure.code() : "FAULT");
    }

    /** Where a failure is mended, below the tenant's address. */
    public static String path(Played failure) {
        return "NO_SET".equals(failure.code()) ? "/impor?jenis=positions" : "/paket";
    }
}
