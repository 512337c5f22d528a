package id.capaian.readiness.control;

import java.time.Instant;

/** That a rehearsal was played, and how it ended. */
public record RehearsalNote(Instant playedAt, int shadows, int finished) {

    /** Whether everybody went through the whole cycle. */
    public boolean isGood() {
        return shadows > 0 && finished == shadows;
    }
}
