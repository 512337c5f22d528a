package id.capaian.kernel.crowd;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The places of a node and those who wait for one. Each line (a tenant's) is bounded, waits apart from the others and
 * holds at most its share of the places, more while nobody of another comes or what it holds is slow; a free place goes
 * to the line whose turn it is, and there to the highest rank, who came first before who came later. When there is no
 * room to wait, a lower rank makes room for a higher one. Who stands for many people has a larger share, more turns and
 * more of the room ({@link Size}).
 *
 * <p>The lock is held for a few assignments, never while a request is worked on. A line is remembered only as long as
 * somebody of it is here, so there are never more lines than requests.
 */
public final class Crowd {

    private static final Comparator<Line> BY_ROOM = Comparator.comparingDouble(line -> line.room(0));
    private static final Comparator<Line> BY_TURN = Comparator.<Line>comparingDouble(line -> line.turn)
            .thenComparingLong(line -> line.queued);
    /** How long room is left to those of another line after one of them came: the next is seldom later. */
    private static final long ROOM_NANOS = Duration.ofSeconds(1).toNanos();
    /** Who works longer is slow, and is not to keep those waiting who come behind; a storm's requests take a few ms. */
    private static final long SLOW_NANOS = Duration.ofMillis(100).toNanos();

    private final Limits limits;
    private final BiConsumer<Verdict, Rank> refusals;
    private final Function<String, Size> sizes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Line> lines = new HashMap<>();
    /** Lines in which somebody waits, the one whose turn it is first. */
    private final NavigableSet<Line> turns = new TreeSet<>(BY_TURN);
    private final LongSupplier nanoTime;
    private int working;
    private int waiting;
    /** The turn that was served last. */
    private double turn;
    /** Lines that were given a turn. */
    private long queued;
    /** Line of who came last. */
    private String newest;
    /** When somebody came last who was of another line than who came before. */
    private long mixed;

    /**
     * An empty one.
     *
     * @param refusals hears of everybody who was refused: why, and which rank
     * @param sizes    of the lines by name
     */
    public Crowd(Limits limits, BiConsumer<Verdict, Rank> refusals, Function<String, Size> sizes) {
        this(limits, refusals, sizes, System::nanoTime);
    }

    Crowd(Limits limits, BiConsumer<Verdict, Rank> refusals, Function<String, Size> sizes, LongSupplier nanoTime) {
        this.limits = limits;
        this.refusals = refusals;
        this.sizes = sizes;
        this.nanoTime = nanoTime;
        this.mixed = nanoTime.getAsLong() - ROOM_NANOS;
    }

    /** The requests of one tenant, or of all that belong to none. */
    private static final class Line {

        private final String name;
        private final Size size;
        private final Map<Rank, Deque<Waiter>> ranks = new HashMap<>();
        private int working;
        private int length;
        /** Whose is least is served next; not to be changed while it stands among the turns. */
        private double turn;
        /** Which of equal turns is first. */
        private long queued;
        /** When a place was given to it last. */
        private long taken;

        Line(String name, Size size) {
            this.name = name;
            this.size = size;
            for (Rank rank : Rank.values()) {
                ranks.put(rank, new ArrayDeque<>());
            }
        }

        /** What those who wait in it, and so many more, take of the room beside what is due to it. */
        double room(int more) {
            return (length + more) / size.turns();
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

        /** Who is next. */
        Waiter first() {
            Rank[] all = Rank.values();
            for (int i = all.length - 1; i >= 0; i--) {
                if (!ranks.get(all[i]).isEmpty()) {
                    return ranks.get(all[i]).peekFirst();
                }
            }
            throw new IllegalStateException("Nobody waits in line " + name);
        }
    }

    private static final class Waiter {

        private final Rank rank;
        private final Condition told;
        private Verdict verdict;

        Waiter(Rank rank, Condition told) {
            this.rank = rank;
            this.told = told;
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
            Line line = lines.computeIfAbsent(name, its -> new Line(its, sizes.apply(its)));
            if (line.length == 0 && isPlaceFor(line)) {
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
        return Math.max(isMixed ? limits.share() : limits.alone(), limits.due(line.size));
    }

    private boolean isPlaceFor(Line line) {
        return working < limits.places() && line.working < share(line);
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
        if (line.length >= limits.line()) {
            return sendAway(line, rank, Verdict.LINE_FULL);
        }
        if (waiting < limits.waiting()) {
            return Verdict.COME_IN;
        }
        Line longest = turns.stream().max(BY_ROOM).orElse(line);
        // Who takes less room than others comes before them, whatever the rank.
        return longest.room(0) > line.room(1) ? sendAway(longest, null, Verdict.NODE_FULL)
                : sendAway(lowest(line), rank, Verdict.NODE_FULL);
    }

    /**
     * Of the lines that take as much room as this one, or more, that in which the lowest rank waits; of several the one
     * whose turn is last.
     */
    private Line lowest(Line line) {
        Line lowest = line;
        for (var last = turns.descendingIterator(); last.hasNext();) {
            Line next = last.next();
            if (next.room(0) >= line.room(0) && isLower(next.lowest(), lowest.lowest())) {
                lowest = next;
            }
        }
        return lowest;
    }

    private static boolean isLower(Rank rank, Rank than) {
        return than == null || rank.compareTo(than) < 0;
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
        Waiter waiter = new Waiter(rank, lock.newCondition());
        // It may have been forgotten when its last waiter was sent away.
        lines.putIfAbsent(line.name, line);
        line.ranks.get(rank).addLast(waiter);
        if (line.length++ == 0) {
            queue(line, turn);
        }
        waiting++;
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
        remove(line, waiter);
        Verdict why = line.working >= share(line) ? Verdict.LINE_FULL : Verdict.NODE_FULL;
        forget(line);
        return why;
    }

    private void remove(Line line, Waiter waiter) {
        line.ranks.get(waiter.rank).remove(waiter);
        waiting--;
        if (--line.length == 0) {
            turns.remove(line);
        }
    }

    /** Its next turn comes after the one given, the sooner the more it has. */
    private void queue(Line line, double after) {
        line.turn = after + 1 / line.size.turns();
        line.queued = ++queued;
        turns.add(line);
    }

    /** Gives free places to the lines in turn; a line that has its share is passed over and keeps its turn. */
    private void callNext() {
        for (var next = turns.iterator(); working < limits.places() && next.hasNext();) {
            Line line = next.next();
            if (line.working < share(line)) {
                Waiter waiter = line.first();
                remove(line, waiter);
                turn = Math.max(turn, line.turn);
                if (turns.remove(line)) {
                    queue(line, line.turn);
                }
                take(line);
                tell(waiter, Verdict.COME_IN);
                next = turns.iterator();
            }
        }
    }

    private static void tell(Waiter waiter, Verdict verdict) {
        waiter.verdict = verdict;
        waiter.told.signal();
    }
}
