package id.capaian.planning.control;

import id.capaian.extension.OrganisationChart;
import id.capaian.kernel.page.Option;
import id.capaian.people.Employees;
import id.capaian.people.Placement;
import id.capaian.people.Unit;
import id.capaian.people.Units;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells packs, which lie below people, of the organisation chart. */
@ApplicationScoped
public class ChartForPacks implements OrganisationChart {

    private final Units units;
    private final Employees employees;

    ChartForPacks() {
        this(null, null);
    }

    @Inject
    public ChartForPacks(Units units, Employees employees) {
        this.units = units;
        this.employees = employees;
    }

    @Override
    public List<Option> units() {
        return units.all().stream().map(unit -> new Option(unit.orgUnitId().toString(), unit.name())).toList();
    }

    @Override
    public List<UUID> upwards(UUID orgUnitId) {
        return units.upwards(orgUnitId);
    }

    @Override
    public int people(UUID orgUnitId, Collection<UUID> except, LocalDate on) {
        Set<UUID> part = orgUnitId == null ? units.all().stream().map(Unit::orgUnitId).collect(Collectors.toSet())
                : new HashSet<>(units.subtree(orgUnitId));
        except.forEach(unit -> part.removeAll(units.subtree(unit)));
        return (int) employees.placementsIn(part, on).stream().map(Placement::employeeId).distinct().count();
    }
}
