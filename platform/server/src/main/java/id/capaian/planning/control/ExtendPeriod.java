package id.capaian.planning.control;

import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.Unit;
import id.capaian.people.Units;
import id.capaian.planning.entity.AssessmentPeriod;
import id.capaian.planning.entity.PeriodExtension;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The personnel agency lets units go on in a period that is over for the others. */
@TenantUseCase
public class ExtendPeriod {

    private final EntityManager entityManager;
    private final Units units;
    private final Once once;
    private final Today today;
    private final Clock clock;

    ExtendPeriod() {
        this(null, null, null, null, null);
    }

    @Inject
    ExtendPeriod(EntityManager entityManager, Units units, Once once, Today today, Clock clock) {
        this.entityManager = entityManager;
        this.units = units;
        this.once = once;
        this.today = today;
        this.clock = clock;
    }

    /**
     * Until when, and why.
     *
     * @param openUntil last day, inclusive; after the period's and not before today
     * @param reason    at least ten characters
     */
    public record ExtensionInput(@NotNull LocalDate openUntil, @NotNull @Size(max = 2000) String reason) {
    }

    /** An extension with the version {@code If-Match} asks for. It counts for the unit and those below it. */
    public record ExtensionState(UUID periodId, UUID orgUnitId, String unitName, LocalDate openUntil, String reason,
            long version) {
    }

    /** What was asked for, as the idempotency key remembers it. */
    record Request(UUID periodId, UUID orgUnitId, Long version, ExtensionInput input) {
    }

    /** All extensions, those that end last first. */
    public List<ExtensionState> all() {
        Map<UUID, Unit> byId = units.all().stream().collect(Collectors.toMap(Unit::orgUnitId, Function.identity()));
        return entityManager.createQuery("select e from PeriodExtension e", PeriodExtension.class).getResultStream()
                .map(extension -> state(extension, byId.get(extension.orgUnitId()).name()))
                .sorted(Comparator.comparing(ExtensionState::openUntil).reversed()
                        .thenComparing(ExtensionState::unitName)).toList();
    }

    /** Those of one period. */
    public List<ExtensionState> of(UUID periodId) {
        period(periodId);
        return all().stream().filter(extension -> extension.periodId().equals(periodId)).toList();
    }

    /** Units to choose from, by code. */
    public List<Unit> units() {
        return units.all();
    }

    /**
     * Gives a unit an extension, or changes the one it has.
     *
     * @param version version the change was made against; null for a first one
     * @param key     the caller's idempotency key, null for none
     * @throws ProblemException {@link Problem#NOT_FOUND}, {@link Problem#VERSION_STALE}, and as
     *                          {@link PeriodExtension#give}
     */
    public ExtensionState extend(UUID periodId, UUID orgUnitId, Long version, ExtensionInput input, String key) {
        return once.perform(key, new Request(periodId, orgUnitId, version, input), ExtensionState.class, () -> {
            AssessmentPeriod period = period(periodId);
            Unit unit = units.find(orgUnitId).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
            PeriodExtension extension = find(periodId, orgUnitId).map(found -> unchanged(found, version))
                    .orElseGet(() -> first(periodId, orgUnitId, version));
            extension.give(period, input.openUntil(), input.reason(), today.date());
            entityManager.persist(extension);
            entityManager.flush();
            return state(extension, unit.name());
        });
    }

    /**
     * Takes an extension back, if there is one; the audit keeps it.
     *
     * @throws ProblemException {@link Problem#NOT_FOUND} for a period that is none, {@link Problem#VERSION_STALE}
     */
    public void withdraw(UUID periodId, UUID orgUnitId, long version) {
        period(periodId);
        find(periodId, orgUnitId).ifPresent(extension -> {
            extension.requireVersion(version);
            entityManager.remove(extension);
            entityManager.flush();
        });
    }

    private static PeriodExtension unchanged(PeriodExtension extension, Long version) {
        extension.requireVersion(version);
        return extension;
    }

    private PeriodExtension first(UUID periodId, UUID orgUnitId, Long version) {
        if (version != null) {
            throw new ProblemException(Problem.VERSION_STALE);
        }
        return new PeriodExtension(Ids.next(clock.millis()), periodId, orgUnitId);
    }

    private AssessmentPeriod period(UUID periodId) {
        return Optional.ofNullable(entityManager.find(AssessmentPeriod.class, periodId))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    private Optional<PeriodExtension> find(UUID periodId, UUID orgUnitId) {
        return entityManager.createQuery("""
                select e from PeriodExtension e where e.periodId = :period and e.orgUnitId = :unit""",
                PeriodExtension.class).setParameter("period", periodId).setParameter("unit", orgUnitId)
                .getResultStream().findFirst();
    }

    private static ExtensionState state(PeriodExtension extension, String unitName) {
        return new ExtensionState(extension.periodId(), extension.orgUnitId(), unitName, extension.openUntil(),
                extension.reason(), extension.version());
    }
}
