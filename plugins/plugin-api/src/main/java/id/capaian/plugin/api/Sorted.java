package id.capaian.plugin.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Unmodifiable copies in key order: {@code Map.copyOf} iterates in a different order in every JVM. */
final class Sorted {

    private Sorted() {
    }

    static <V> Map<String, V> copy(Map<String, V> map) {
        TreeMap<String, V> sorted = new TreeMap<>(map);
        if (sorted.containsValue(null)) {
            throw new IllegalArgumentException("null value in " + sorted.keySet());
        }
        return Collections.unmodifiableMap(sorted);
    }

    static Map<String, Map<String, String>> deepCopy(Map<String, Map<String, String>> texts) {
        TreeMap<String, Map<String, String>> sorted = new TreeMap<>();
        texts.forEach((key, inner) -> sorted.put(key, copy(inner)));
        return Collections.unmodifiableMap(sorted);
    }
}
