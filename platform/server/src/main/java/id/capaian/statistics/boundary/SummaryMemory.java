package id.capaian.statistics.boundary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What this node has put together of the national cube in the last five seconds, so that an answer costs about nothing,
 * however many governments and readers there are.
 *
 * <p>A memory across requests is allowed here and nowhere near a tenant's data: it holds what the cube shows every
 * national analyst alike, that is published figures in which small groups are hidden, and no person, no tenant's
 * private data and nothing of the caller. What differs by reader, the language, is part of the question. Who may ask is
 * decided before it is asked ({@code @RolesAllowed}).
 *
 * <p>A publication shows at most {@link #LIFE} late, on whichever node it was made. Questions without an answer are not
 * remembered, so made-up codes fill nothing; of answers there are at most {@link #MOST}, of some tens of kilobytes
 * each.
 */
final class SummaryMemory {

    static final Duration LIFE = Duration.ofSeconds(5);
    /** More than a node's readers ask for in five seconds: the nation, all provinces, some in another period. */
    static final int MOST = 128;

    private final Clock clock;
    private final Map<SummaryQuestion, Kept> answers = new LinkedHashMap<>();

    private record Kept(Summary summary, Instant since) {

        /** The clock may have been set back. */
        boolean goodAt(Instant now) {
            return !now.isBefore(since) && now.isBefore(since.plus(LIFE));
        }
    }

    SummaryMemory(Clock clock) {
        this.clock = clock;
    }

    /**
     * The answer kept while it is good, else one made now. Two who ask at the same moment may both have it made: that
     * costs a few milliseconds, and nobody waits for another.
     */
    Summary of(SummaryQuestion question, Function<SummaryQuestion, Summary> making) {
        // From before the making, or what is read now would be kept longer than it is good.
        Instant now = clock.instant();
        Kept kept = recall(question);
        if (kept != null && kept.goodAt(now)) {
            return kept.summary();
        }
        Summary made = making.apply(question);
        keep(question, new Kept(made, now));
        return made;
    }

    private synchronized Kept recall(SummaryQuestion question) {
        return answers.get(question);
    }

    private synchronized void keep(SummaryQuestion question, Kept kept) {
        answers.remove(question);
        answers.put(question, kept);
        if (answers.size() > MOST) {
            answers.remove(answers.keySet().iterator().next());
        }
    }
}
