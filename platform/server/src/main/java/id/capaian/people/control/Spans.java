package id.capaian.people.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Spans of one thing that must not overlap, as they will be once a file is written: what is stored, then row by row, in
 * the order of their first days, what the file changes and adds.
 */
final class Spans {

    private final List<Span> spans = new ArrayList<>();

    /** A span with what ends it; {@code to} null when open. */
    private record Span(LocalDate from, LocalDate to, Consumer<LocalDate> end) {

        boolean overlaps(Span other) {
            return begins(other.to) && other.begins(to);
        }

        private boolean begins(LocalDate by) {
            return by == null || !from.isAfter(by);
        }
    }

    /** Adds what is stored; {@code end} ends it on a day. */
    void stored(LocalDate from, LocalDate to, Consumer<LocalDate> end) {
        spans.add(new Span(from, to, end));
    }

    /**
     * Gives a span the last day that a row names, null to leave it open; one that ends makes room no more.
     *
     * @param from first day of a span there is
     * @return whether it fits; if not, nothing changes
     */
    boolean endOn(LocalDate from, LocalDate to) {
        Span old = beginning(from);
        Span changed = new Span(from, to, old.end());
        if (spans.stream().anyMatch(other -> other != old && other.overlaps(changed))) {
            return false;
        }
        spans.set(spans.indexOf(old), changed);
        return true;
    }

    /**
     * Whether a new span fits. An open one that began earlier makes room: it is ended on the day before, as a transfer
     * does.
     *
     * @param makeRoom gets what ends the earlier span
     * @param end      how the new span could be ended by a later row
     */
    boolean add(LocalDate from, LocalDate to, Consumer<LocalDate> end, Consumer<Runnable> makeRoom) {
        Span added = new Span(from, to, end);
        List<Span> inTheWay = spans.stream().filter(added::overlaps).toList();
        if (inTheWay.stream().anyMatch(span -> span.to() != null || !span.from().isBefore(from))) {
            return false;
        }
        LocalDate dayBefore = from.minusDays(1);
        for (Span open : inTheWay) {
            spans.set(spans.indexOf(open), new Span(open.from(), dayBefore, open.end()));
            makeRoom.accept(() -> open.end().accept(dayBefore));
        }
        spans.add(added);
        return true;
    }

    private Span beginning(LocalDate from) {
        return spans.stream().filter(span -> span.from().equals(from)).findFirst().orElseThrow();
    }
}
