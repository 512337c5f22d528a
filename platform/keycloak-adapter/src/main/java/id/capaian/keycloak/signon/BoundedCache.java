package id.capaian.keycloak.signon;

import java.util.concurrent.ConcurrentHashMap;

/**
 * A small cache without locks on the way in: two generations of at most {@code size} entries. When the young one is
 * full it becomes the old one and what was old is forgotten; what is still used moves back among the young.
 */
final class BoundedCache<K, V> {

    private final int size;
    private volatile ConcurrentHashMap<K, V> young = new ConcurrentHashMap<>();
    private volatile ConcurrentHashMap<K, V> old = new ConcurrentHashMap<>();

    BoundedCache(int size) {
        this.size = size;
    }

    /** The value, or null. */
    V get(K key) {
        V value = young.get(key);
        if (value == null) {
            value = old.get(key);
            if (value != null) {
                put(key, value);
            }
        }
        return value;
    }

    void put(K key, V value) {
        young.put(key, value);
        if (young.size() > size) {
            turn();
        }
    }

    void remove(K key) {
        young.remove(key);
        old.remove(key);
    }

    private synchronized void turn() {
        if (young.size() > size) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }
}
