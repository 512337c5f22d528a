package id.capaian.people.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Spans of one thing that must not overlap, as they will be once a file is written: what is stored, then row by row what
 * the file adds.
 */
final class Spans {

    private final List<Span> spans = new ArrayList<>();

    /** A span with what ends it; {@code to} null when open. */
    private record Span(LocalDate from, LocalDate to, Consumer<LocalDate> end) {

        boolean overlaps(LocalDate otherFrom, LocalDate otherTo) {
            return (otherTo == null || !from.isAfter(otherTo)) && (to == null || !to.isBefore(otherFrom));
        }
    }

    /** Adds what is stored; {@code end} ends it on a day. */
    void stored(LocalDate from, LocalDate to, Consumer<LocalDate> end) {
        spans.add(new Span(from, to, end));
    }

    /**
     * Whether a new span fits. An open one that began earlier makes room: it is ended on the day before, as a transfer
     * does.
     *
     * @param makeRoom gets what ends the earlier span
     * @param end      how the new span could be ended by a later row
     */
    boolean add(LocalDate from, LocalDate to, Consumer<LocalDate> end, Consumer<Runnable> makeRoom) {
        List<Span> inTheWay = spans.stream().filter(span -> span.overlaps(from, to)).toList();
        if (inTheWay.stream().anyMatch(span -> span.to() != null || !span.from().isBefore(from))) {
            return false;
        }
        LocalDate dayBefore = from.minusDays(1);
        for (Span open : inTheWay) {
            spans.remove(open);
            spans.add(new Span(open.from(), dayBefore, open.end()));
            makeRoom.accept(() -> open.end().accept(dayBefore));
        }
        spans.add(new Span(from, to, end));
        return true;
    }
}
