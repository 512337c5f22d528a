package id.capaian.planning.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.planning.entity.IndividualIndicator.Measure;
import id.capaian.plugin.api.Aspect;
import id.capaian.plugin.api.Attribution;
import id.capaian.plugin.api.Direction;
import id.capaian.plugin.api.Target;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SkpTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final String REASON = "Target berubah karena unit pindah";

    private final Skp skp = new Skp(UUID.randomUUID(), UUID.randomUUID(), FIRST, LAST);

    private SkpVersion content(String... weights) {
        SkpVersion version = new SkpVersion(UUID.randomUUID(), skp, 1, Approach.QUANTITATIVE,
                new SkpVersion.Source(null, null, null), SkpVersion.Beside.NOTHING, Instant.EPOCH);
        WorkResult result = version.add(UUID.randomUUID(), ResultKind.MAIN, "Pasien terlayani", null);
        for (String weight : weights) {
            result.measureBy(UUID.randomUUID(), measure(Direction.MAX, "80", weight));
        }
        return version;
    }

    private static Measure measure(Direction direction, String target, String weight) {
        return new Measure("SMD.SAT", "Kepuasan", Aspect.QUALITY, null, "IKM", direction,
                target == null ? Target.none() : Target.of(new BigDecimal(target)),
                weight == null ? null : new BigDecimal(weight), Attribution.SERVICE);
    }

    private static void assertProblem(Problem problem, Executable act) {
        assertEquals(problem, assertThrows(ProblemException.class, act).problem());
    }

    @Test
    void comesIntoForceWhenBothHaveSigned() {
        skp.submit(content("60", "40"));
        assertEquals(SkpStatus.SUBMITTED, skp.status());
        assertNull(skp.activeVersion());
        skp.approve(1, TODAY);
        assertEquals(SkpStatus.ACTIVE, skp.status());
        assertEquals(1, skp.activeVersion());
    }

    @Test
    void waitsForItsFirstDay() {
        skp.submit(content("100"));
        skp.approve(1, FIRST.minusDays(1));
        assertEquals(SkpStatus.APPROVED, skp.status());
        assertFalse(skp.activateIfDue(FIRST.minusDays(1)));
        assertTrue(skp.activateIfDue(FIRST));
    }

    @Test
    void keepsTheAgreedVersionInForceWhileTheNextIsPrepared() {
        skp.submit(content("100"));
        skp.approve(1, TODAY);
        skp.requestRevision(REASON);
        skp.acceptRevision();
        assertEquals(SkpStatus.DRAFT, skp.status());
        assertEquals(1, skp.activeVersion());
        assertProblem(Problem.MOVE_NOT_ALLOWED, () -> skp.cancel(TODAY));
        skp.submit(content("100"));
        skp.approve(2, TODAY);
        assertEquals(2, skp.activeVersion());
    }

    @Test
    void goesOnWhenARevisionIsRefused() {
        skp.submit(content("100"));
        skp.approve(1, TODAY);
        skp.requestRevision(REASON);
        assertProblem(Problem.REASON_NEEDED, () -> skp.refuseRevision("tidak", TODAY));
        skp.refuseRevision("Target masih dapat dicapai", TODAY);
        assertEquals(SkpStatus.ACTIVE, skp.status());
        assertEquals("Target masih dapat dicapai", skp.revisionNote());
    }

    @Test
    void asksForAReasonWhenReturned() {
        skp.submit(content("100"));
        assertProblem(Problem.REASON_NEEDED, () -> skp.returnWith("   kurang   "));
        skp.returnWith("Target terlalu rendah");
        skp.rework();
        assertEquals(SkpStatus.DRAFT, skp.status());
    }

    @Test
    void refusesIncompleteContent() {
        assertProblem(Problem.INVALID_INPUT, () -> skp.submit(content()));
        assertProblem(Problem.INVALID_INPUT, () -> skp.submit(content("60", "39.99")));
        SkpVersion onlyAdditional = new SkpVersion(UUID.randomUUID(), skp, 1, Approach.QUANTITATIVE,
                new SkpVersion.Source(null, null, null), SkpVersion.Beside.NOTHING, Instant.EPOCH);
        onlyAdditional.add(UUID.randomUUID(), ResultKind.ADDITIONAL, "Panitia", null)
                .measureBy(UUID.randomUUID(), measure(Direction.MAX, "1", null));
        assertProblem(Problem.INVALID_INPUT, () -> skp.submit(onlyAdditional));
        assertEquals(SkpStatus.DRAFT, skp.status());
    }

    @Test
    void takesResultsOutsideTheSetWithoutWeight() {
        SkpVersion content = content("100");
        content.add(UUID.randomUUID(), ResultKind.ADDITIONAL, "Panitia", null)
                .measureBy(UUID.randomUUID(), measure(Direction.ZERO, null, null));
        skp.submit(content);
        assertEquals(SkpStatus.SUBMITTED, skp.status());
    }

    @ParameterizedTest
    @EnumSource(value = Direction.class, names = {"MAX", "MIN"})
    void refusesATargetOfZero(Direction direction) {
        assertProblem(Problem.INVALID_INPUT, () -> measure(direction, "0", "100"));
        assertProblem(Problem.INVALID_INPUT, () -> measure(direction, "0.000", "100"));
        assertProblem(Problem.INVALID_INPUT, () -> measure(direction, null, "100"));
    }

    @Test
    void closesWithinItsSpan() {
        skp.takeOverSigned(content("100"), TODAY, "plan signed outside");
        assertEquals(SkpStatus.ACTIVE, skp.status());
        assertProblem(Problem.INVALID_INPUT, () -> skp.close(LAST.plusDays(1), TODAY));
        skp.close(TODAY, TODAY);
        assertEquals(TODAY, skp.endsOn());
        assertProblem(Problem.MOVE_NOT_ALLOWED, () -> skp.requestRevision(REASON));
    }

    @Test
    void goesBackToApprovedWhenItHasNotBegun() {
        skp.submit(content("100"));
        skp.approve(1, FIRST.minusDays(20));
        skp.requestRevision(REASON);
        skp.refuseRevision("Target masih dapat dicapai", FIRST.minusDays(10));
        assertEquals(SkpStatus.APPROVED, skp.status());
        assertTrue(skp.revisionRejected());
        assertTrue(skp.activateIfDue(FIRST));
        skp.requestRevision(REASON);
        assertFalse(skp.revisionRejected());
    }

    /** Brings the plan, whose first version is in force, to a state of its next version. */
    private void prepareTheNext(SkpStatus status) {
        skp.submit(content("100"));
        skp.approve(1, TODAY);
        skp.requestRevision(REASON);
        if (status != SkpStatus.REVISION_REQUESTED) {
            skp.acceptRevision();
        }
        if (status == SkpStatus.SUBMITTED || status == SkpStatus.RETURNED) {
            skp.submit(content("100"));
        }
        if (status == SkpStatus.RETURNED) {
            skp.returnWith("Target terlalu rendah");
        }
        assertEquals(status, skp.status());
    }

    @ParameterizedTest
    @EnumSource(value = SkpStatus.class, names = {"REVISION_REQUESTED", "DRAFT", "SUBMITTED", "RETURNED"})
    void givesUpARevisionWhereverItStands(SkpStatus status) {
        prepareTheNext(status);
        skp.cancelRevision(TODAY);
        assertEquals(SkpStatus.ACTIVE, skp.status());
        assertEquals(1, skp.activeVersion());
    }

    @ParameterizedTest
    @EnumSource(value = SkpStatus.class, names = {"REVISION_REQUESTED", "DRAFT", "SUBMITTED", "RETURNED"})
    void closesWhileTheNextVersionIsPrepared(SkpStatus status) {
        prepareTheNext(status);
        assertProblem(Problem.MOVE_NOT_ALLOWED, () -> skp.cancel(TODAY));
        skp.close(TODAY, TODAY);
        assertEquals(SkpStatus.CLOSED, skp.status());
        assertEquals(1, skp.activeVersion());
    }

    @Test
    void givesUpNoRevisionWhereNothingWasAgreed() {
        assertProblem(Problem.MOVE_NOT_ALLOWED, () -> skp.cancelRevision(TODAY));
        skp.submit(content("100"));
        assertProblem(Problem.MOVE_NOT_ALLOWED, () -> skp.cancelRevision(TODAY));
        assertProblem(Problem.MOVE_NOT_ALLOWED, () -> skp.close(TODAY, TODAY));
        skp.approve(1, TODAY);
        assertProblem(Problem.MOVE_NOT_ALLOWED, () -> skp.cancelRevision(TODAY));
    }

    @Test
    void endsWithItsPost() {
        skp.submit(content("100"));
        skp.approve(1, TODAY);
        skp.endWithPost(TODAY.plusDays(5), TODAY);
        assertEquals(SkpStatus.ACTIVE, skp.status());
        assertEquals(TODAY.plusDays(5), skp.endsOn());
        skp.endWithPost(TODAY.minusDays(3), TODAY);
        assertEquals(SkpStatus.CLOSED, skp.status());
        assertEquals(TODAY.minusDays(3), skp.endsOn());
        skp.endWithPost(TODAY, TODAY);
        assertEquals(TODAY.minusDays(3), skp.endsOn(), "a later day does not bring days back");
    }

    @Test
    void canStillBeAgreedToForTheDaysThereWere() {
        skp.submit(content("100"));
        skp.endWithPost(TODAY.minusDays(3), TODAY);
        assertEquals(SkpStatus.SUBMITTED, skp.status());
        skp.approve(1, TODAY);
        assertTrue(skp.closeIfOver(TODAY));
        assertEquals(TODAY.minusDays(3), skp.endsOn());
    }

    @Test
    void isDroppedWhenThePostEndsBeforeItBegins() {
        skp.submit(content("100"));
        skp.approve(1, FIRST.minusDays(20));
        skp.endWithPost(FIRST.minusDays(5), FIRST.minusDays(10));
        assertEquals(SkpStatus.CANCELLED, skp.status());
    }

    @Test
    void closesOnItsFirstDayWhenThePostTurnsOutToHaveEndedEarlier() {
        skp.submit(content("100"));
        skp.approve(1, TODAY);
        skp.endWithPost(FIRST.minusDays(1), TODAY);
        assertEquals(SkpStatus.CLOSED, skp.status());
        assertEquals(FIRST, skp.endsOn());
    }

    @Test
    void closesOnceItsLastDayHasPassed() {
        skp.submit(content("100"));
        skp.approve(1, TODAY);
        assertFalse(skp.closeIfOver(LAST));
        assertTrue(skp.closeIfOver(LAST.plusDays(1)));
        assertFalse(skp.closeIfOver(LAST.plusDays(2)));
        assertEquals(LAST, skp.endsOn());
    }

    @ParameterizedTest
    @EnumSource(value = SkpStatus.class, names = {"SUBMITTED", "RETURNED", "APPROVED", "REVISION_REQUESTED"})
    void cancelsWhateverWasNeverInForce(SkpStatus status) {
        LocalDate before = FIRST.minusDays(1);
        skp.submit(content("100"));
        if (status == SkpStatus.RETURNED) {
            skp.returnWith("Target terlalu rendah");
        } else if (status != SkpStatus.SUBMITTED) {
            skp.approve(1, before);
        }
        if (status == SkpStatus.REVISION_REQUESTED) {
            skp.requestRevision(REASON);
        }
        assertEquals(status, skp.status());
        skp.cancel(before);
        assertEquals(SkpStatus.CANCELLED, skp.status());
    }

    @Test
    void isApprovedOnlyWhenItWasHandedIn() {
        assertProblem(Problem.MOVE_NOT_ALLOWED, () -> skp.approve(1, TODAY));
    }

    @Test
    void saysWhatIsMissing() {
        ProblemException refused = assertThrows(ProblemException.class, () -> skp.submit(new SkpVersion(
                UUID.randomUUID(), skp, 1, Approach.QUANTITATIVE, new SkpVersion.Source(null, null, null),
                SkpVersion.Beside.NOTHING, Instant.EPOCH)));
        assertEquals(SkpVersion.Gap.NO_MAIN_RESULT.detail(), refused.fields().get(0).detail());
        assertEquals(1, refused.fields().size());
    }

    @Test
    void cancelsADraft() {
        skp.cancel(TODAY);
        assertEquals(SkpStatus.CANCELLED, skp.status());
        assertProblem(Problem.MOVE_NOT_ALLOWED, () -> skp.submit(content("100")));
    }
}
