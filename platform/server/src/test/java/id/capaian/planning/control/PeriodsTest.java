package id.capaian.planning.control;

import static id.capaian.planning.control.Sample.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.planning.Period;
import id.capaian.planning.PeriodArchived;
import id.capaian.planning.PeriodClosed;
import id.capaian.planning.Periods;
import id.capaian.planning.entity.PeriodStatus;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Assessment periods on a real database. */
class PeriodsTest {

    private final Sample sample = Sample.aNurseAndTheHeadWhoRatesHer();

    @Test
    void opensClosedPeriodsForExtendedUnitsOnly() {
        UUID closed = sample.asAdmin(wiring -> wiring.get(Periods.class).byCode("2026-Q3").periodId());
        assertProblem(Problem.PERIOD_NOT_OPEN, () -> sample.asAdmin(wiring -> {
            wiring.get(Periods.class).requireOpen(closed, sample.unit());
            return null;
        }));
        sample.asAdmin(wiring -> {
            Sample.write(wiring.get(EntityManager.class),
                    "insert into __T__.period_extension values (?, ?, date '2026-11-30', 'banjir')", closed,
                    sample.unit());
            wiring.get(Periods.class).requireOpen(closed, sample.unit());
            wiring.get(Periods.class).requireOpen(wiring.get(Periods.class).current().periodId(), sample.unit());
            return null;
        });
    }

    @Test
    void listsWhatAUnitMayWriteInToday() {
        Period grace = sample.period("QUARTERLY", LocalDate.of(2025, 4, 1), LocalDate.of(2025, 6, 30), "GRACE");
        Period closed = sample.period("QUARTERLY", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 3, 31), "CLOSED");
        List<Period> before = taking();
        assertTrue(before.contains(grace));
        assertFalse(before.contains(closed));
        assertTrue(before.stream().allMatch(period -> List.of("OPEN", "GRACE").contains(period.status())));
        sample.asAdmin(wiring -> {
            Sample.write(wiring.get(EntityManager.class),
                    "insert into __T__.period_extension values (?, ?, date '2026-11-30', 'banjir')", closed.periodId(),
                    sample.unit());
            return null;
        });
        assertEquals(List.of(grace, closed), taking().stream().filter(List.of(closed, grace)::contains).toList());
        assertFalse(sample.after(7).asAdmin(wiring ->
                wiring.get(Periods.class).takingEntries(sample.unit())).contains(closed));
    }

    private List<Period> taking() {
        return sample.asAdmin(wiring -> wiring.get(Periods.class).takingEntries(sample.unit()));
    }

    @Test
    void namesAPeriodByCodeOrId() {
        Period period = sample.period("QUARTERLY", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 3, 31), "CLOSED");
        sample.asAdmin(wiring -> {
            Periods periods = wiring.get(Periods.class);
            assertEquals(period, periods.named(period.code()));
            assertEquals(period, periods.named(period.periodId().toString()));
            assertEquals(periods.current(), periods.named(" "));
            assertEquals(periods.current(), periods.named(null));
            assertProblem(Problem.NOT_FOUND, () -> periods.named("1999-Q1"));
            assertProblem(Problem.NOT_FOUND, () -> periods.named(Sample.id().toString()));
            return null;
        });
    }

    /** What comes next counts, not the last that is planned, nor what nobody opened in its time. */
    @Test
    void whileNoneIsOpenTheNextToComeIsCurrent() {
        String tenant = "antarperiode";
        Slice.ofTwoTenants().apply(Slice.yamlOf("samarinda").replace("code: samarinda", "code: " + tenant)
                .replace("64.72", "64.97").replaceAll("status: (CLOSED|OPEN)", "status: PLANNED"));
        String next = "insert into __T__.assessment_period values (?, ?, 'Uji', 'QUARTERLY', ?, ?, 'PLANNED', 1)";
        assertEquals("2026-Q4", current(tenant, next, Sample.id(), "2027-Q2", LocalDate.of(2027, 4, 1),
                LocalDate.of(2027, 6, 30)));
        assertEquals("2026-Q4", current(tenant, next, Sample.id(), "2027-Q1", LocalDate.of(2027, 1, 1),
                LocalDate.of(2027, 3, 31)));
        assertEquals("2027-Q1", current(tenant,
                "update __T__.assessment_period set status = 'CLOSED' where ends_on between ? and ?",
                LocalDate.of(2026, 7, 1), LocalDate.of(2026, 12, 31)));
        // None is to come: the last that was closed, before the first two quarters, which nobody opened.
        assertEquals("2026-Q4", current(tenant,
                "update __T__.assessment_period set status = 'ARCHIVED' where ends_on between ? and ?",
                LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31)));
        assertEquals("OPEN", sample.asAdmin(wiring -> wiring.get(Periods.class).current().status()), "the other's");
    }

    /** Code of the current period after a statement. */
    private String current(String tenant, String sql, Object... values) {
        return sample.as(tenant, null, Set.of(Roles.REGION_HR_ADMIN), wiring -> {
            Sample.write(wiring.get(EntityManager.class), sql, values);
            return wiring.get(Periods.class).current().code();
        });
    }

    @Test
    void movesPeriodsOnlyForward() {
        sample.asAdmin(wiring -> {
            MovePeriod periods = wiring.get(MovePeriod.class);
            var first = periods.all().stream().filter(period -> period.code().equals("2026-Q1")).findFirst()
                    .orElseThrow();
            assertProblem(Problem.MOVE_NOT_ALLOWED,
                    () -> periods.move(first.periodId(), first.version(), PeriodStatus.OPEN, null));
            assertProblem(Problem.VERSION_STALE,
                    () -> periods.move(first.periodId(), first.version() + 1, PeriodStatus.ARCHIVED, null));
            return null;
        });
    }

    @Test
    void announcesThatAPeriodClosesAndIsArchivedAndNothingElse() {
        UUID closing = Sample.id();
        sample.asAdmin(wiring -> {
            Sample.write(wiring.get(EntityManager.class), "insert into __T__.assessment_period values (?, ?, 'Uji',"
                    + " 'QUARTERLY', date '2025-01-01', date '2025-03-31', 'OPEN', 1)", closing, "P" + closing);
            MovePeriod periods = wiring.get(MovePeriod.class);
            var grace = periods.move(closing, 1, PeriodStatus.GRACE, null);
            assertEquals(PeriodStatus.CLOSED, grace.next());
            assertEquals(List.of(), wiring.fired());
            var closed = periods.move(closing, grace.version(), PeriodStatus.CLOSED, null);
            assertEquals(List.of(new PeriodClosed(closing, "P" + closing)), wiring.fired());
            assertNull(periods.move(closing, closed.version(), PeriodStatus.ARCHIVED, null).next());
            assertEquals(List.of(new PeriodClosed(closing, "P" + closing), new PeriodArchived(closing, "P" + closing)),
                    wiring.fired());
            return null;
        });
    }
}
