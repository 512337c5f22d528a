package id.capaian.kernel.crowd;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/**
 * The places of a node and those who wait for one. Each line (a tenant's) holds at most its share of the places, more
 * while nobody of another comes or what it holds is slow, and has its part of the room to wait: both by how many people
 * it stands for, and some for the smallest. A free place goes to who came first, of lines that keep within their part
 * before others. When there is no room to wait, the line that takes most beyond its part makes some; where all keep within
 * it, a lower rank for a higher one.
 *
 * <p>So who comes in a rush of everybody is served or sent away as often in a large line as in a small one, and a storm of
 * one line keeps nobody of another waiting. The lock is held for a few assignments, never while a request is worked on. A
 * line is remembered only as long as somebody of it is here, so there are never more lines than requests.
 */
public final class Crowd {

    /** How long room is left to those of another line after one of them came: the next is seldom later. */
    private static final long ROOM_NANOS = Duration.ofSeconds(1).toNanos();
    /** Who works longer is slow, and is not to keep those waiting who come behind; a storm's requests take a few ms. */
    private static final long SLOW_NANOS = Duration.ofMillis(100).toNanos();

    private final Limits limits;
    private final BiConsumer<Verdict, Rank> refusals;
    private final ToDoubleFunction<String> parts;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Line> lines = new HashMap<>();
    private final Map<Rank, Integer> waitingOf = new EnumMap<>(Rank.class);
    private final LongSupplier nanoTime;
    private int working;
    private int waiting;
    /** How many waited so far. */
    private long numbers;
    /** Line of who came last. */
    private String newest;
    /** When somebody came last who was of another line than who came before. */
    private long mixed;

    /**
     * An empty one.
     *
     * @param refusals hears of everybody who was refused: why, and which rank
     * @param parts    the part of all people for whom a line stands, 0 to 1, by its name; 0 when nobody knows
     */
    public Crowd(Limits limits, BiConsumer<Verdict, Rank> refusals, ToDoubleFunction<String> parts) {
        this(limits, refusals, parts, System::nanoTime);
    }

    Crowd(Limits limits, BiConsumer<Verdict, Rank> refusals, ToDoubleFunction<String> parts, LongSupplier nanoTime) {
        this.limits = limits;
        this.refusals = refusals;
        this.parts = parts;
        this.nanoTime = nanoTime;
        this.mixed = nanoTime.getAsLong() - ROOM_NANOS;
    }

    /** The requests of one tenant, or of all that belong to none. */
    private static final class Line {

        private final String name;
        private final double part;
        private final Map<Rank, Deque<Waiter>> ranks = new EnumMap<>(Rank.class);
        private int working;
        private int length;
        /** When a place was given to it last. */
        private long taken;

        Line(String name, double part) {
            this.name = name;
            this.part = part;
            for (Rank rank : Rank.values()) {
                ranks.put(rank, new ArrayDeque<>());
            }
        }

        /** The lowest rank that waits; null when nobody does. */
        Rank lowest() {
            for (Rank rank : Rank.values()) {
                if (!ranks.get(rank).isEmpty()) {
                    return rank;
                }
            }
            return null;
        }

        /** Who is next; null when nobody waits. */
        Waiter first() {
            Waiter first = null;
            for (Deque<Waiter> rank : ranks.values()) {
                Waiter its = rank.peekFirst();
                if (its != null && (first == null || its.isBefore(first))) {
                    first = its;
                }
            }
            return first;
        }
    }

    private static final class Waiter {

        private final Rank rank;
        private final long number;
        private final Condition told;
        private Verdict verdict;

        Waiter(Rank rank, long number, Condition told) {
            this.rank = rank;
            this.number = number;
            this.told = told;
        }

        boolean isProgram() {
            return rank == Rank.BACKGROUND;
        }

        /** People before programs, in the order in which they came. */
        boolean isBefore(Waiter other) {
            return isProgram() == other.isProgram() ? number < other.number : other.isProgram();
        }
    }

    /**
     * Asks for a place and waits for it, at most as long as the limits say; an interrupted caller is refused.
     *
     * @param name the line: a tenant, or one word for all that belong to none
     */
    public Verdict enter(String name, Rank rank) {
        Verdict verdict = admit(name, rank);
        if (verdict != Verdict.COME_IN) {
            refusals.accept(verdict, rank);
        }
        return verdict;
    }

    private Verdict admit(String name, Rank rank) {
        lock.lock();
        try {
            note(name);
            Line line = lines.computeIfAbsent(name, its -> new Line(its, parts.applyAsDouble(its)));
            if (line.length == 0 && working < limits.places() && mayHoldMore(line)) {
                take(line);
                return Verdict.COME_IN;
            }
            Verdict refused = makeRoom(line, rank);
            if (refused != Verdict.COME_IN) {
                forget(line);
                return refused;
            }
            return await(line, rank);
        } finally {
            lock.unlock();
        }
    }

    /** Gives a place back, after {@link Verdict#COME_IN}; it goes to who is next. */
    public void leave(String name) {
        lock.lock();
        try {
            Line line = lines.get(name);
            line.working--;
            working--;
            forget(line);
            callNext();
        } finally {
            lock.unlock();
        }
    }

    /** Requests that have a place. */
    public int working() {
        lock.lock();
        try {
            return working;
        } finally {
            lock.unlock();
        }
    }

    /** Requests that wait for one. */
    public int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    /** Lines that are remembered. */
    int lines() {
        lock.lock();
        try {
            return lines.size();
        } finally {
            lock.unlock();
        }
    }

    private void note(String name) {
        if (newest != null && !newest.equals(name)) {
            mixed = nanoTime.getAsLong();
        }
        newest = name;
    }

    /** What a line may hold now. */
    private int share(Line line) {
        long now = nanoTime.getAsLong();
        boolean isMixed = now - mixed < ROOM_NANOS && now - line.taken < SLOW_NANOS;
        return Math.max(isMixed ? limits.share() : limits.alone(), limits.placesDue(line.part));
    }

    private boolean mayHoldMore(Line line) {
        return line.working < share(line);
    }

    private void take(Line line) {
        line.working++;
        line.taken = nanoTime.getAsLong();
        working++;
    }

    private void forget(Line line) {
        if (line.working == 0 && line.length == 0) {
            lines.remove(line.name);
        }
    }

    /** Sees to it that one more may wait, by sending somebody away where that is just. */
    private Verdict makeRoom(Line line, Rank rank) {
        if (line.length >= Math.max(limits.line(), limits.roomDue(line.part))) {
            return sendAway(line, rank, Verdict.LINE_FULL);
        }
        if (waiting < limits.waiting()) {
            return Verdict.COME_IN;
        }
        double its = takes(line, 1);
        Line most = takesMost();
        // Who keeps within the own part comes before who does not, whatever the rank.
        if (takes(most, 0) > Math.max(1, its)) {
            return sendAway(most, null, Verdict.NODE_FULL);
        }
        Line giving = its > 1 ? line : lineOfLowest(rank);
        return giving == null ? Verdict.NODE_FULL : sendAway(giving, rank, Verdict.NODE_FULL);
    }

    /** How many times its part of the room a line takes with so many more. */
    private double takes(Line line, int more) {
        return (line.length + more) / limits.roomDue(line.part);
    }

    /** Of the lines in which somebody waits. */
    private Line takesMost() {
        Line most = null;
        for (Line line : lines.values()) {
            if (line.length > 0 && (most == null || takes(line, 0) > takes(most, 0))) {
                most = line;
            }
        }
        return most;
    }

    /** Where the last waits of the lowest rank that may be sent away for the one given; null when none may. */
    private Line lineOfLowest(Rank rank) {
        for (Rank lower : Rank.values()) {
            if (lower.compareTo(rank) >= 0) {
                return null;
            }
            if (waitingOf.getOrDefault(lower, 0) > limits.roomOf(lower)) {
                return lineOfLast(lower);
            }
        }
        return null;
    }

    private Line lineOfLast(Rank rank) {
        Line found = null;
        for (Line line : lines.values()) {
            Waiter last = line.ranks.get(rank).peekLast();
            if (last != null && (found == null || last.number > found.ranks.get(rank).peekLast().number)) {
                found = line;
            }
        }
        return found;
    }

    /** Sends away the last of the lowest rank, if that is lower than the one given; null is higher than any. */
    private Verdict sendAway(Line line, Rank rank, Verdict why) {
        Rank lowest = line.lowest();
        if (lowest == null || rank != null && lowest.compareTo(rank) >= 0) {
            return why;
        }
        Waiter last = line.ranks.get(lowest).peekLast();
        remove(line, last);
        tell(last, why);
        forget(line);
        return Verdict.COME_IN;
    }

    private Verdict await(Line line, Rank rank) {
        Waiter waiter = new Waiter(rank, ++numbers, lock.newCondition());
        // It may have been forgotten when its last waiter was sent away.
        lines.putIfAbsent(line.name, line);
        line.ranks.get(rank).addLast(waiter);
        line.length++;
        waiting++;
        waitingOf.merge(rank, 1, Integer::sum);
        long patience = limits.patience().toNanos();
        try {
            long first = Math.min(SLOW_NANOS, patience);
            waitFor(waiter, first);
            if (waiter.verdict == null) {
                // Who was waited for may have turned out to be slow.
                callNext();
            }
            waitFor(waiter, patience - first);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return waiter.verdict == null ? giveUp(line, waiter) : waiter.verdict;
    }

    private static void waitFor(Waiter waiter, long nanos) throws InterruptedException {
        for (long left = nanos; waiter.verdict == null && left > 0;) {
            left = waiter.told.awaitNanos(left);
        }
    }

    private Verdict giveUp(Line line, Waiter waiter) {
        Verdict why = mayHoldMore(line) ? Verdict.NODE_FULL : Verdict.LINE_FULL;
        remove(line, waiter);
        forget(line);
        return why;
    }

    private void remove(Line line, Waiter waiter) {
        line.ranks.get(waiter.rank).remove(waiter);
        line.length--;
        waiting--;
        waitingOf.merge(waiter.rank, -1, Integer::sum);
    }

    /** Gives free places to those who are next. */
    private void callNext() {
        for (Line line = next(); line != null; line = next()) {
            Waiter waiter = line.first();
            remove(line, waiter);
            take(line);
            tell(waiter, Verdict.COME_IN);
        }
    }

    /** The line whose first comes in next; null when no place is free, or only for lines in which nobody waits. */
    private Line next() {
        if (working == limits.places()) {
            return null;
        }
        Line next = null;
        for (Line line : lines.values()) {
            if (line.length > 0 && mayHoldMore(line) && (next == null || isBefore(line, next))) {
                next = line;
            }
        }
        return next;
    }

    private boolean isBefore(Line line, Line other) {
        Waiter first = line.first();
        Waiter others = other.first();
        boolean isTooLong = takes(line, 0) > 1;
        return first.isProgram() == others.isProgram() && isTooLong != takes(other, 0) > 1 ? !isTooLong
                : first.isBefore(others);
    }

    private static void tell(Waiter waiter, Verdict verdict) {
        waiter.verdict = verdict;
        waiter.told.signal();
    }
}
