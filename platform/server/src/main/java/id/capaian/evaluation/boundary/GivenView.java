package id.capaian.evaluation.boundary;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A number a formula was given, as stored with its outcome.
 *
 * @param kind    INDICATOR, MARK, FACT or PARAMETER
 * @param name    code of the indicator, constant of the value of conduct, name of the fact or parameter
 * @param value   reading of the indicator, the fact or the parameter; null when there was no reading, and for marks
 * @param target  one number, or two edges with a dash between; null without target
 * @param mark    ABOVE, MEETS or BELOW; null unless a mark
 * @param source  where the reading came from; null without one
 * @param takenAt when it was taken; null without one
 */
public record GivenView(String kind, String name, BigDecimal value, String target, String mark, String source,
        Instant takenAt) {
}
