package id.capaian.it.container;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** What one isolation check found, counted, with the first case of each kind told. */
public final class Findings {

    private final Map<Finding, Long> counts = new EnumMap<>(Finding.class);
    private final Map<Finding, String> first = new EnumMap<>(Finding.class);

    synchronized void add(Finding finding, String told) {
        add(finding, 1, told);
    }

    /** Counts nothing when there is nothing to count. */
    synchronized void add(Finding finding, long times, String told) {
        if (times > 0) {
            counts.merge(finding, times, Long::sum);
            first.putIfAbsent(finding, told);
        }
    }

    public synchronized Set<Finding> kinds() {
        return Set.copyOf(counts.keySet());
    }

    @Override
    public synchronized String toString() {
        return counts + " first of each: " + first;
    }
}
