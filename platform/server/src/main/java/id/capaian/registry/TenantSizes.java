package id.capaian.registry;

import id.capaian.kernel.crowd.Size;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** How many people work for each tenant beside the others; as many as the database believes, which is enough to share by. */
@ApplicationScoped
public class TenantSizes {

    private final AtomicReference<Map<String, Size>> sizes = new AtomicReference<>(Map.of());

    /**
     * Replaces what was known.
     *
     * @param staff people by code of the tenant, without tenants of whom nobody knows how many
     */
    public void know(Map<String, Long> staff) {
        double all = staff.values().stream().mapToLong(Long::longValue).sum();
        double mean = all / Math.max(1, staff.size());
        sizes.set(all == 0 ? Map.of() : staff.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey,
                people -> new Size(people.getValue() / all, Math.max(1, people.getValue() / mean)))));
    }

    /** Its part of all people, and its turns by how many times the mean it is; like any while nothing is known of it. */
    public Size of(String code) {
        return sizes.get().getOrDefault(code, Size.LIKE_ANY);
    }
}
