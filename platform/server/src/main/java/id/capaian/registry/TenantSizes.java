package id.capaian.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** How many people work for each tenant beside the others; as many as the database believes, which is enough to share by. */
@ApplicationScoped
public class TenantSizes {

    private final AtomicReference<Map<String, Double>> parts = new AtomicReference<>(Map.of());

    /**
     * Replaces what was known.
     *
     * @param staff people by code of the tenant, at least 1, without tenants of whom nobody knows how many
     */
    public void know(Map<String, Long> staff) {
        double all = staff.values().stream().mapToLong(Long::longValue).sum();
        parts.set(staff.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, people -> people.getValue() / all)));
    }

    /** The tenant's part of all people, 0 to 1; 0 while nothing is known of it. */
    public double partOf(String code) {
        return parts.get().getOrDefault(code, 0.0);
    }
}
