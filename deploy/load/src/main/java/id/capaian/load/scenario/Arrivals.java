package id.capaian.load.scenario;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/** When requests are due: a Poisson process, its rate changing by stretches; the same seed gives the same moments. */
final class Arrivals implements Iterator<Arrivals.Due> {

    private static final double NANOS = 1e9;

    private final List<Stretch> stretches;
    private final SplittableRandom random;
    private int stretch;
    private double begin;
    private double at;

    Arrivals(List<Stretch> stretches, long seed) {
        this.stretches = List.copyOf(stretches);
        this.random = new SplittableRandom(seed);
        advance();
    }

    /**
     * One of them.
     *
     * @param nanos   since the beginning
     * @param stretch in which it is
     */
    record Due(long nanos, Stretch stretch) {
    }

    @Override
    public boolean hasNext() {
        return stretch < stretches.size();
    }

    @Override
    public Due next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Due due = new Due((long) (at * NANOS), stretches.get(stretch));
        advance();
        return due;
    }

    /** What is left of the way to the next arrival at the end of a stretch is gone at the pace of the next one. */
    private void advance() {
        double way = -Math.log(1 - random.nextDouble());
        while (hasNext()) {
            Stretch now = stretches.get(stretch);
            double end = begin + now.seconds();
            double left = (end - at) * now.perSecond();
            if (way < left) {
                at += way / now.perSecond();
                return;
            }
            way -= left;
            begin = end;
            at = end;
            stretch++;
        }
    }
}
