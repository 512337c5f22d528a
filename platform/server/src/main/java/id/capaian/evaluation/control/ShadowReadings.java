package id.capaian.evaluation.control;

import id.capaian.planning.Plan;
import id.capaian.planning.PlanIndicator;
import id.capaian.planning.Reading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Values of nobody: near their targets, some above and some below, of best quality and from everybody asked, so that
 * what fails is the setting up and not the figures.
 */
final class ShadowReadings {

    /** What somebody reaches of a target, in turn. */
    private static final BigDecimal[] SHARES =
            {BigDecimal.ONE, new BigDecimal("0.9"), new BigDecimal("1.1"), new BigDecimal("0.7")};
    /** Of an indicator without a target: high on a scale of a hundred. */
    private static final BigDecimal PLAIN = new BigDecimal("85");
    private static final int ASKED = 400;
    private static final int DECIMALS = 4;

    private final Instant now;
    private final BigDecimal share;

    ShadowReadings(Instant now, int ordinal) {
        this.now = now;
        this.share = SHARES[ordinal % SHARES.length];
    }

    /** One for each indicator of the plan and each that the formula reads beside it, by code. */
    Map<String, Reading> of(Plan plan, Collection<String> extras) {
        Map<String, Reading> byCode = new HashMap<>();
        extras.forEach(code -> byCode.put(code, reading(code, PLAIN)));
        plan.indicators().forEach(one -> byCode.put(one.code(), reading(one.code(), value(one))));
        return byCode;
    }

    /** HALF_UP to four decimals, as values are kept. */
    private BigDecimal value(PlanIndicator indicator) {
        if ("ZERO".equals(indicator.direction())) {
            return BigDecimal.ZERO;
        }
        if (indicator.targetLow() != null) {
            return indicator.targetLow();
        }
        return indicator.target() == null ? PLAIN
                : indicator.target().multiply(share).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private Reading reading(String code, BigDecimal value) {
        return new Reading(UUID.randomUUID(), code, value, "rehearsal", now, ASKED, ASKED, BigDecimal.ONE,
                BigDecimal.ONE, BigDecimal.ONE, null);
    }
}
