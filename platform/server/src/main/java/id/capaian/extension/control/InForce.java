package id.capaian.extension.control;

import id.capaian.extension.host.PackKey;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Which of a tenant's bindings hold on a day, by the rule of {@link id.capaian.extension.Catalogue#bindingOf}: of one
 * unit's the newest that has begun, but one whose pack this node refuses stands back behind the one before it.
 *
 * @param bindings all of the tenant's, enabled or not
 * @param on       the day
 * @param works    whether a pack can calculate here
 */
public record InForce(List<OwnBinding> bindings, LocalDate on, Predicate<PackKey> works) {

    private static final Comparator<OwnBinding> BY_AGE =
            Comparator.comparing(OwnBinding::effectiveFrom).thenComparing(OwnBinding::bindingId);

    public InForce {
        bindings = List.copyOf(bindings);
    }

    /** The one of that very unit, or of the government as a whole for null. */
    public Optional<OwnBinding> of(UUID unit) {
        return best(begun(unit), works);
    }

    /** Whether it is the one that holds where it is bound. */
    public boolean isInForce(OwnBinding binding) {
        return of(binding.orgUnitId()).filter(binding::equals).isPresent();
    }

    /** What holds in place of the newest of a unit while this node refuses its pack; empty for any other binding. */
    public Optional<OwnBinding> insteadOf(OwnBinding binding) {
        return isNewest(binding) ? of(binding.orgUnitId()).filter(other -> !other.equals(binding)) : Optional.empty();
    }

    /** Whether it is the newest that has begun where it is bound. */
    public boolean isNewest(OwnBinding binding) {
        return begun(binding.orgUnitId()).stream().findFirst().filter(binding::equals).isPresent();
    }

    /** What would hold where a binding holds now, were it disabled: of the unit, or of the nearest above it. */
    public Optional<OwnBinding> without(OwnBinding binding, List<UUID> upwards) {
        InForce rest = new InForce(bindings.stream().filter(other -> !other.equals(binding)).toList(), on, works);
        Optional<OwnBinding> next = upwards.stream().map(rest::of).flatMap(Optional::stream).findFirst();
        return next.or(() -> rest.of(null));
    }

    /**
     * The binding to go back to from one that holds: the newest of the same unit before it with another version. One
     * that is still enabled comes before one that was disabled, which may never have held. From one whose pack is
     * refused it is the one that holds in its place.
     *
     * @return empty also for one that neither holds nor would hold if its pack were not refused
     */
    public Optional<OwnBinding> before(OwnBinding binding) {
        Optional<OwnBinding> standIn = insteadOf(binding);
        return standIn.isPresent() || !isInForce(binding) ? standIn : earlier(binding);
    }

    private Optional<OwnBinding> earlier(OwnBinding binding) {
        List<OwnBinding> earlier = bindings.stream()
                .filter(other -> Objects.equals(other.orgUnitId(), binding.orgUnitId()))
                .filter(other -> BY_AGE.compare(other, binding) < 0 && !other.pack().equals(binding.pack()))
                .sorted(BY_AGE.reversed()).toList();
        return earlier.stream().filter(OwnBinding::enabled).findFirst().or(() -> earlier.stream().findFirst());
    }

    private List<OwnBinding> begun(UUID unit) {
        return bindings.stream().filter(OwnBinding::enabled)
                .filter(binding -> Objects.equals(binding.orgUnitId(), unit) && !binding.effectiveFrom().isAfter(on))
                .sorted(BY_AGE.reversed()).toList();
    }

    private static Optional<OwnBinding> best(List<OwnBinding> newestFirst, Predicate<PackKey> works) {
        return newestFirst.stream().filter(binding -> works.test(binding.pack())).findFirst()
                .or(() -> newestFirst.stream().findFirst());
    }
}
