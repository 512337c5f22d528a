package id.capaian.readiness.control;

/**
 * One step of preparing a government. Texts: {@code readiness.step.<kind>}, and below it {@code missing} for what is
 * not done and {@code nobody} where there is nobody yet whom it could be missing for.
 *
 * @param done    how many are there
 * @param missing how many are not; 1 where there is nobody yet
 * @param nobody  whether there is nobody yet of those the step is about
 * @param weight  what it means that some are missing; {@link Weight#DONE} when none are
 * @param path    where it is done, below the tenant's address
 */
public record Step(Kind kind, int done, int missing, boolean nobody, Weight weight, String path) {

    /** One that is about what is there, or about people some of whom are there. */
    public Step(Kind kind, int done, int missing, Weight weight, String path) {
        this(kind, done, missing, false, weight, path);
    }

    /** Key of the text that says what is missing, and how many. */
    public String missingText() {
        return "readiness.step." + kind + (nobody ? ".nobody" : ".missing");
    }

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
