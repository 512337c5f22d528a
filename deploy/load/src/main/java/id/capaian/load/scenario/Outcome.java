package id.capaian.load.scenario;

/** What became of a request. */
enum Outcome {
    /** Answered rightly, in time. */
    GOOD,
    /** The server said that it had done nothing and when to come back. */
    TURNED_AWAY,
    /** Anything else: another status, wrong content, or no answer in time. */
    WRONG
}
