package id.capaian.plugin.api;

/**
 * A rule that turns an input into a suggestion. Pure and thread-safe: no clock, no I/O, no randomness, no state; the
 * order of the indicators, the machine's locale and time zone change nothing.
 *
 * <p>Example: {@code Outcome outcome = pack.formula("tubei.three-sixty@2025").evaluate(input);}
 */
@FunctionalInterface
public interface Formula {

    /**
     * Computes a suggestion.
     *
     * @param input everything that may decide it
     * @return a suggestion, or why there is none
     * @throws IllegalArgumentException when the input cannot come from a valid plan of this pack (an indicator the
     *                                  pack does not know, a target of 0); the platform reports a fault
     */
    Outcome evaluate(FormulaInput input);
}
