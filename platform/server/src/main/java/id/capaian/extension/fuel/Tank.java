package id.capaian.extension.fuel;

import com.sun.management.ThreadMXBean;
import id.capaian.extension.PackFault;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What is left of one call's {@link Budget}. Once it has run dry, every further step of the call fails. */
public final class Tank {

    private static final ThreadLocal<Tank> CURRENT = new ThreadLocal<>();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** Steps after which memory and deadline are looked at: a look costs about as much as a hundred steps. */
    private static final int SLICE = 1024;
    /** Memory that may have been taken unseen before it is looked at. */
    private static final long UNSEEN = 64L << 10;

    private final Budget budget;
    private long steps;
    private int slice;
    private long unseen;
    private long announced;
    private long before;
    private volatile PackFault.Kind stopped;

    public Tank(Budget budget) {
        this.budget = budget;
        this.steps = budget.steps();
    }

    /** Runs code on this thread with this budget. */
    public <T> T run(Callable<T> code) throws Exception {
        CURRENT.set(this);
        before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            return code.call();
        } finally {
            CURRENT.remove();
        }
    }

    /** Ends the call at its next look; the first reason stays. */
    public void stop(PackFault.Kind reason) {
        if (stopped == null) {
            stopped = reason;
        }
    }

    /** Why the call was ended, whatever its code made of it; empty when it was not. */
    public Optional<PackFault.Kind> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** The same in words. */
    public String reason() {
        return stopped == null ? "was not stopped" : switch (stopped) {
            case WORK -> "made more than " + budget.steps() + " steps";
            case MEMORY -> "took more than " + budget.bytes() + " bytes of memory";
            case NUMBER -> "used a number, scale or power beyond " + Fuel.MOST_DIGITS + " digits";
            default -> "was told to end";
        };
    }

    /** The tank of this thread's call. A pack's code runs inside a call or not at all. */
    static Tank current() {
        Tank tank = CURRENT.get();
        if (tank == null) {
            throw new PackStop("a pack's code was called outside a guarded call");
        }
        return tank;
    }

    void step() {
        if (--slice < 0) {
            refill();
        }
    }

    private void refill() {
        if (steps <= 0) {
            stop(PackFault.Kind.WORK);
        }
        look();
        int next = (int) Math.min(SLICE, steps);
        steps -= next;
        // The step that asked is the first of them.
        slice = next - 1;
    }

    /** Notes memory that was taken, or is about to be. */
    void touch(long bytes) {
        unseen += bytes;
        if (unseen > UNSEEN) {
            look();
        }
    }

    /** Asks for memory that a single act will take. */
    void reserve(long bytes) {
        if (bytes > UNSEEN && bytes > budget.bytes() - used()) {
            fail(PackFault.Kind.MEMORY);
        }
        touch(Math.max(0, bytes));
    }

    /** Parts of a text will be put together in one act: none of them is made, yet together they may be too long. */
    void announce(long bytes) {
        announced += bytes;
        reserve(announced);
    }

    /** The text is made. */
    void made(long bytes) {
        announced = 0;
        touch(bytes);
    }

    /** Ends the call when too much memory was taken or somebody has stopped it. */
    void look() {
        unseen = 0;
        if (used() > budget.bytes()) {
            stop(PackFault.Kind.MEMORY);
        }
        if (stopped != null) {
            fail(stopped);
        }
    }

    void fail(PackFault.Kind reason) {
        stop(reason);
        steps = 0;
        slice = 0;
        throw new PackStop(reason.name());
    }

    private long used() {
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
