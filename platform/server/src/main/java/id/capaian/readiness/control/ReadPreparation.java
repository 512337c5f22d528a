package id.capaian.readiness.control;

import id.capaian.evaluation.Rehearsals.Shadow;
import id.capaian.extension.Catalogue;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.Unit;
import id.capaian.people.Units;
import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import id.capaian.readiness.control.PreparationSql.Counts;
import id.capaian.readiness.control.Step.Kind;
import id.capaian.readiness.control.Step.Weight;
import id.capaian.registry.Tenants;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads how far a government is prepared: a handful of statements, and nothing that is kept for it. */
@TenantUseCase
public class ReadPreparation {

    private final PreparationSql sql;
    private final Periods periods;
    private final Units units;
    private final Catalogue catalogue;
    private final Tenants tenants;
    private final Caller caller;
    private final Clock clock;

    ReadPreparation() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    ReadPreparation(PreparationSql sql, Periods periods, Units units, Catalogue catalogue, Tenants tenants,
            Caller caller, Clock clock) {
        this.sql = sql;
        this.periods = periods;
        this.units = units;
        this.catalogue = catalogue;
        this.tenants = tenants;
        this.caller = caller;
        this.clock = clock;
    }

    /** Where shadow staff play, and in which period; null when there is none to come. */
    public record Stage(Period period, List<Shadow> shadows) {
    }

    /** The steps with their state. */
    public Preparation read() {
        LocalDate today = today();
        List<Period> all = periods.all();
        List<Period> toOpen = toOpen(all, today);
        Optional<RehearsalNote> rehearsed = sql.rehearsed();
        List<Step> steps = new ArrayList<>(people(sql.counts(today)));
        steps.add(pack(toOpen, today));
        steps.add(calendar(all, toOpen));
        steps.add(rehearsal(rehearsed));
        return new Preparation(isLive(all), steps, toOpen, rehearsed.orElse(null));
    }

    /** Whether the government went live; one statement, for pages that everybody opens. */
    public boolean isLive() {
        return isLive(periods.all());
    }

    /** Where a rehearsal is played: in the period that would open, else the one people work in. */
    public Stage stage(int shadows) {
        LocalDate today = today();
        List<Period> all = periods.all();
        Period period = toOpen(all, today).stream().findFirst().orElseGet(() -> all.isEmpty() ? null
                : periods.current());
        return new Stage(period, sql.places(today, shadows));
    }

    /** Notes that a rehearsal was played. */
    public void note(int shadows, int finished) {
        sql.note(Ids.next(clock.millis()), new RehearsalNote(clock.instant(), shadows, finished), today());
    }

    /** Today, where the tenant is. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), tenants.zoneOf(caller.tenant()));
    }

    private static boolean isLive(List<Period> all) {
        return all.stream().anyMatch(period -> !"PLANNED".equals(period.status()));
    }

    /** The planned periods of today, the shortest first; when none is, the next to come. */
    private static List<Period> toOpen(List<Period> all, LocalDate today) {
        List<Period> planned = all.stream().filter(period -> "PLANNED".equals(period.status()))
                .filter(period -> !period.endsOn().isBefore(today))
                .sorted(Comparator.comparing(Period::startsOn).thenComparing(Period::endsOn)).toList();
        List<Period> begun = planned.stream().filter(period -> !period.startsOn().isAfter(today))
                .sorted(Comparator.comparing(Period::endsOn).thenComparing(Period::startsOn, Comparator.reverseOrder()))
                .toList();
        return begun.isEmpty() ? planned.stream().limit(1).toList() : begun;
    }

    private static List<Step> people(Counts counts) {
        return List.of(step(Kind.UNITS, counts.units(), counts.units() == 0 ? 1 : 0, "units"),
                step(Kind.POSTS, counts.posts(), counts.posts() == 0 ? 1 : 0, "positions"),
                counts.people() == 0 ? nobody(Kind.PEOPLE, "people")
                        : step(Kind.PEOPLE, counts.posted(), counts.people() - counts.posted(), "assignments"),
                counts.posted() == 0 ? nobody(Kind.RATERS, "rater-lines")
                        : step(Kind.RATERS, counts.rated(), counts.posted() - counts.rated(), "rater-lines"),
                new Step(Kind.ACCOUNTS, counts.accounts(), counts.people() - counts.accounts(),
                        counts.accounts() >= counts.people() ? Weight.DONE : Weight.INFO, "/impor?jenis=people"));
    }

    private static Step nobody(Kind kind, String file) {
        return new Step(kind, 0, 1, true, Weight.BLOCKING, "/impor?jenis=" + file);
    }

    /** Nothing there blocks; some missing warns. */
    private static Step step(Kind kind, int done, int missing, String file) {
        return new Step(kind, done, Math.max(missing, 0), missing <= 0 ? Weight.DONE : done == 0 ? Weight.BLOCKING
                : Weight.WARNING, "/impor?jenis=" + file);
    }

    /** People in units with a pack on the first day that counts. */
    private Step pack(List<Period> toOpen, LocalDate today) {
        LocalDate day = toOpen.isEmpty() ? today : toOpen.get(0).dayCounting(today);
        Map<UUID, Unit> byId = units.all().stream().collect(Collectors.toMap(Unit::orgUnitId, Function.identity()));
        int with = 0;
        int without = 0;
        for (Map.Entry<UUID, Integer> unit : sql.staff(today).entrySet()) {
            boolean has = catalogue.bindingOf(caller.tenant(), upwards(unit.getKey(), byId), day).isPresent();
            with += has ? unit.getValue() : 0;
            without += has ? 0 : unit.getValue();
        }
        boolean any = with > 0 || catalogue.bindingOf(caller.tenant(), List.of(), day).isPresent();
        return new Step(Kind.PACK, with, without, !any ? Weight.BLOCKING : without > 0 ? Weight.WARNING : Weight.DONE,
                "/paket");
    }

    private static List<UUID> upwards(UUID unitId, Map<UUID, Unit> byId) {
        List<UUID> chain = new ArrayList<>();
        Unit unit = byId.get(unitId);
        while (unit != null && !chain.contains(unit.orgUnitId())) {
            chain.add(unit.orgUnitId());
            unit = unit.parentId() == null ? null : byId.get(unit.parentId());
        }
        return chain;
    }

    private static Step calendar(List<Period> all, List<Period> toOpen) {
        boolean good = isLive(all) || !toOpen.isEmpty();
        return new Step(Kind.CALENDAR, all.size(), good ? 0 : 1, good ? Weight.DONE : Weight.BLOCKING, "/periode");
    }

    private static Step rehearsal(Optional<RehearsalNote> rehearsed) {
        return rehearsed.map(note -> new Step(Kind.REHEARSAL, note.finished(), note.shadows() - note.finished(),
                note.isGood() ? Weight.DONE : note.finished() > 0 ? Weight.WARNING : Weight.BLOCKING,
                "/persiapan#gladi"))
                .orElseGet(() -> new Step(Kind.REHEARSAL, 0, 1, Weight.BLOCKING, "/persiapan#gladi"));
    }
}
