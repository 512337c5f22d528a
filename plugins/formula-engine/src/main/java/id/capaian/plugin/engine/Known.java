package id.capaian.plugin.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is known at a place in a formula, because a question asked before was answered: {@code f['items'] > 0 ? … : …},
 * {@code 'SMD.SAT' in v && …}, or a refusal that did not refuse.
 *
 * @param ranges  of parts of expressions, by their text ({@link CelText})
 * @param present what the maps of the input hold, as {@code v['SMD.SAT']}
 */
record Known(Map<String, Range> ranges, Set<String> present) {

    static final Known NOTHING = new Known(Map.of(), Set.of());

    Known {
        ranges = Map.copyOf(ranges);
        present = Set.copyOf(present);
    }

    Range range(String text) {
        return ranges.getOrDefault(text, Range.ANY);
    }

    Known with(String text, Range range) {
        Map<String, Range> more = new HashMap<>(ranges);
        more.merge(text, range, Range::meet);
        return new Known(more, present);
    }

    Known withPresent(String lookup) {
        Set<String> more = new HashSet<>(present);
        more.add(lookup);
        return new Known(ranges, more);
    }
}
