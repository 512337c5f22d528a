package id.capaian.statistics.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.capaian.kernel.page.Language;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long, and of what, a summary is remembered. */
class SummaryMemoryTest {

    private static final SummaryQuestion NATION = new SummaryQuestion("2026-Q4", null, Language.ID);

    private final Hand hand = new Hand();
    private final SummaryMemory memory = new SummaryMemory(hand);
    private int made;

    /** A clock that is set by hand. */
    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-11-24T02:00:00Z");

        void moves(long millis) {
            now = now.plusMillis(millis);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void whatWasMadeServesForFiveSecondsAndNotALittleLonger() {
        Summary first = ask(NATION);
        hand.moves(4_999);
        assertSame(first, ask(NATION));
        assertEquals(1, made);
        hand.moves(1);
        assertNotSame(first, ask(NATION));
        assertEquals(2, made);
    }

    @Test
    void theTimeCountsFromBeforeItWasRead() {
        memory.of(NATION, question -> {
            hand.moves(3_000);
            return summary();
        });
        hand.moves(2_000);
        ask(NATION);
        assertEquals(1, made, "it is five seconds since the reading began");
    }

    @Test
    void aClockThatWasSetBackKeepsNothingAlive() {
        ask(NATION);
        hand.moves(-60_000);
        ask(NATION);
        assertEquals(2, made);
    }

    @Test
    void eachPeriodAreaAndLanguageHasItsOwn() {
        List<SummaryQuestion> questions = List.of(NATION, new SummaryQuestion("2026-Q3", null, Language.ID),
                new SummaryQuestion("2026-Q4", "64", Language.ID), new SummaryQuestion("2026-Q4", null, Language.EN));
        List<Summary> answers = questions.stream().map(this::ask).toList();
        assertEquals(answers, questions.stream().map(this::ask).toList());
        assertEquals(4, answers.stream().distinct().count());
        assertSame(answers.get(0), ask(new SummaryQuestion("2026-Q4", " ", Language.ID)), "an empty wish is none");
    }

    @Test
    void theOldestGivesWayWhenThereAreTooMany() {
        Summary first = ask(NATION);
        for (int i = 1; i < SummaryMemory.MOST; i++) {
            ask(new SummaryQuestion("period " + i, null, Language.ID));
        }
        assertSame(first, ask(NATION));
        ask(new SummaryQuestion("one more", null, Language.ID));
        assertNotSame(first, ask(NATION));
    }

    @Test
    void aQuestionWithoutAnAnswerIsNotRemembered() {
        for (int i = 0; i < 2; i++) {
            assertThrows(ProblemException.class, () -> memory.of(NATION, question -> {
                made++;
                throw new ProblemException(Problem.NOT_FOUND);
            }));
        }
        assertEquals(2, made);
        ask(NATION);
        assertEquals(3, made);
    }

    private Summary ask(SummaryQuestion question) {
        return memory.of(question, asked -> {
            made++;
            return summary();
        });
    }

    private static Summary summary() {
        return new Summary(new SummaryView("2026-Q4", List.of("2026-Q4"), "ID", "Indonesia", null, 0, 10, List.of(),
                List.of()));
    }
}
