package id.capaian.planning.entity;

import static id.capaian.planning.entity.SkpStatus.ACTIVE;
import static id.capaian.planning.entity.SkpStatus.APPROVED;
import static id.capaian.planning.entity.SkpStatus.CANCELLED;
import static id.capaian.planning.entity.SkpStatus.CLOSED;
import static id.capaian.planning.entity.SkpStatus.DRAFT;
import static id.capaian.planning.entity.SkpStatus.RETURNED;
import static id.capaian.planning.entity.SkpStatus.REVISION_REQUESTED;
import static id.capaian.planning.entity.SkpStatus.SUBMITTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every move there is, and one test for every move there is not. */
class SkpStatusTest {

    private static final Map<SkpStatus, Set<SkpStatus>> ALLOWED = Map.of(
            DRAFT, Set.of(SUBMITTED, APPROVED, ACTIVE, CLOSED, CANCELLED),
            SUBMITTED, Set.of(APPROVED, RETURNED, DRAFT, ACTIVE, CLOSED, CANCELLED),
            RETURNED, Set.of(DRAFT, APPROVED, ACTIVE, CLOSED, CANCELLED),
            APPROVED, Set.of(REVISION_REQUESTED, ACTIVE, CANCELLED),
            ACTIVE, Set.of(REVISION_REQUESTED, CLOSED),
            REVISION_REQUESTED, Set.of(DRAFT, APPROVED, ACTIVE, CLOSED, CANCELLED),
            CLOSED, Set.of(),
            CANCELLED, Set.of());
    private static final Map<PeriodStatus, Set<PeriodStatus>> PERIOD_ALLOWED = Map.of(
            PeriodStatus.PLANNED, Set.of(PeriodStatus.OPEN),
            PeriodStatus.OPEN, Set.of(PeriodStatus.GRACE),
            PeriodStatus.GRACE, Set.of(PeriodStatus.CLOSED),
            PeriodStatus.CLOSED, Set.of(PeriodStatus.ARCHIVED),
            PeriodStatus.ARCHIVED, Set.of());

    @Test
    void knowsEveryStatus() {
        assertEquals(SkpStatus.values().length, ALLOWED.size());
        assertEquals(PeriodStatus.values().length, PERIOD_ALLOWED.size());
    }

    static Stream<Arguments> moves() {
        return Stream.of(SkpStatus.values())
                .flatMap(from -> Stream.of(SkpStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("moves")
    void movesAsTheDomainSays(SkpStatus from, SkpStatus to) {
        if (ALLOWED.get(from).contains(to)) {
            assertTrue(from.next().contains(to));
        } else {
            assertFalse(from.next().contains(to), "forbidden");
        }
    }

    static Stream<Arguments> periodMoves() {
        return Stream.of(PeriodStatus.values())
                .flatMap(from -> Stream.of(PeriodStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("periodMoves")
    void movesPeriodsAsTheDomainSays(PeriodStatus from, PeriodStatus to) {
        assertEquals(PERIOD_ALLOWED.get(from).contains(to), from.next().contains(to));
    }
}
