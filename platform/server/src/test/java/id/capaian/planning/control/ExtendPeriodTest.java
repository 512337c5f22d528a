package id.capaian.planning.control;

import static id.capaian.planning.control.Sample.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import id.capaian.planning.control.ExtendPeriod.ExtensionInput;
import id.capaian.planning.control.ExtendPeriod.ExtensionState;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Extensions of a period for a unit, on a real database with two tenants. */
class ExtendPeriodTest {

    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 30);
    private static final String REASON = "Banjir di kecamatan";

    private final Sample sample = Sample.aNurseAndTheHeadWhoRatesHer();
    private final Period closed = period("CLOSED");

    private Period period(String status) {
        return sample.period("QUARTERLY", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30), status);
    }

    private ExtensionState extend(Period period, UUID unit, Long version, LocalDate until, String reason) {
        return sample.asAdmin(wiring -> wiring.get(ExtendPeriod.class).extend(period.periodId(), unit, version,
                new ExtensionInput(until, reason), null));
    }

    private boolean isOpen() {
        return sample.asAdmin(wiring -> wiring.get(Periods.class).isOpen(closed.periodId(), sample.unit()));
    }

    @Test
    void letsTheUnitGoOnUntilThatDayAndNoLonger() {
        assertFalse(isOpen());
        ExtensionState given = extend(closed, sample.unit(), null, UNTIL, " " + REASON + " ");
        assertEquals(REASON, given.reason());
        assertTrue(isOpen());
        sample.after(6);
        assertTrue(isOpen(), "the last day counts");
        sample.after(1);
        assertFalse(isOpen());
    }

    @Test
    void countsForUnitsBelow() {
        UUID above = sample.unitAbove();
        extend(closed, above, null, UNTIL, REASON);
        assertTrue(isOpen());
        assertTrue(sample.asAdmin(wiring -> wiring.get(ExtendPeriod.class).of(closed.periodId())).stream()
                .anyMatch(extension -> extension.orgUnitId().equals(above)));
    }

    @Test
    void changesAndWithdrawsAgainstTheVersionSeen() {
        ExtensionState given = extend(closed, sample.unit(), null, UNTIL, REASON);
        assertProblem(Problem.VERSION_STALE, () -> extend(closed, sample.unit(), null, UNTIL, REASON));
        assertProblem(Problem.VERSION_STALE, () ->
                extend(closed, sample.unit(), given.version() + 1, UNTIL, REASON));
        ExtensionState longer = extend(closed, sample.unit(), given.version(), UNTIL.plusDays(5), REASON);
        assertEquals(given.version() + 1, longer.version());
        assertProblem(Problem.VERSION_STALE, () -> withdraw(given.version()));
        withdraw(longer.version());
        assertFalse(isOpen());
        withdraw(longer.version());
        assertFalse(isOpen(), "asking again changes nothing");
    }

    private void withdraw(long version) {
        sample.asAdmin(wiring -> {
            wiring.get(ExtendPeriod.class).withdraw(closed.periodId(), sample.unit(), version);
            return null;
        });
    }

    @Test
    void refusesDaysReasonsAndPeriodsThatMakeNoSense() {
        assertProblem(Problem.INVALID_INPUT, () ->
                extend(closed, sample.unit(), null, LocalDate.of(2026, 9, 30), REASON));
        assertProblem(Problem.INVALID_INPUT, () ->
                extend(closed, sample.unit(), null, Sample.DAY.minusDays(1), REASON));
        assertProblem(Problem.REASON_NEEDED, () -> extend(closed, sample.unit(), null, UNTIL, "  banjir  "));
        for (String status : List.of("PLANNED", "ARCHIVED")) {
            assertProblem(Problem.MOVE_NOT_ALLOWED, () -> extend(period(status), sample.unit(), null, UNTIL, REASON));
        }
        assertProblem(Problem.NOT_FOUND, () -> extend(closed, Sample.id(), null, UNTIL, REASON));
        assertProblem(Problem.NOT_FOUND, () -> sample.as("tubei", null, Set.of(Roles.REGION_HR_ADMIN), wiring ->
                wiring.get(ExtendPeriod.class).extend(closed.periodId(), sample.unit(), null,
                        new ExtensionInput(UNTIL, REASON), null)));
    }

    @Test
    void happensOncePerKeyAndIsAudited() {
        String key = "extension-" + closed.periodId();
        ExtensionInput input = new ExtensionInput(UNTIL, REASON);
        ExtensionState given = sample.asAdmin(wiring ->
                wiring.get(ExtendPeriod.class).extend(closed.periodId(), sample.unit(), null, input, key));
        assertEquals(given, sample.asAdmin(wiring ->
                wiring.get(ExtendPeriod.class).extend(closed.periodId(), sample.unit(), null, input, key)));
        Number kept = (Number) sample.asAdmin(wiring -> wiring.get(EntityManager.class).createNativeQuery(
                "select count(*) from __T__.audit_entry where table_name = 'period_extension'"
                        + " and row_after ->> 'assessment_period_id' = ?")
                .setParameter(1, closed.periodId().toString()).getSingleResult());
        assertEquals(1, kept.intValue());
    }
}
