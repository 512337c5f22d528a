package id.capaian.access.boundary;

import id.capaian.kernel.page.Fact;
import java.time.Instant;
import java.util.List;

/**
 * One's own page.
 *
 * @param facts about the employee; empty for an account without one
 * @param roles each with what it allows
 * @param looks who looked at my data, newest first
 */
public record MineView(List<Fact> facts, List<Fact> roles, List<Look> looks) {

    /** Somebody looked. */
    public record Look(Instant at, String reader, String purpose) {
    }
}
