package id.capaian.load.scenario;

/** One request made ready. */
interface Shot {

    Ask ask();

    /** What is wrong with an answer of status 200, or null. */
    String wrong(Wire.Answer answer);

    /** Told once, when it was answered or given up. */
    default void settled(Outcome outcome) {
    }
}
