package id.capaian.readiness.control;

/**
 * One step of preparing a government. Texts: {@code readiness.step.<kind>}, and {@code .missing} for what is not done.
 *
 * @param done    how many are there
 * @param missing how many are not
 * @param weight  what it means that some are missing; {@link Weight#DONE} when none are
 * @param path    where it is done, below the tenant's address
 */
public record Step(Kind kind, int done, int missing, Weight weight, String path) {

    /** The steps in their order. */
    public enum Kind { UNITS, POSTS, PEOPLE, RATERS, ACCOUNTS, PACK, CALENDAR, REHEARSAL }

    /** How a step stands: done, or what is missing keeps the government from going live, warns, or only informs. */
    public enum Weight {
        DONE("good"),
        INFO("info"),
        WARNING("warn"),
        BLOCKING("bad");

        private final String kind;

        Weight(String kind) {
            this.kind = kind;
        }

        /** Kind of the status tag that shows it. */
        public String kind() {
            return kind;
        }
    }

    /** Whether it keeps the government from going live. */
    public boolean blocks() {
        return weight == Weight.BLOCKING;
    }
}
