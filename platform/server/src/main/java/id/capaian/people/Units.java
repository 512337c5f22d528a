package id.capaian.people;

import id.capaian.people.control.UnitReads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The organisation chart. To be called inside a running use case. */
@ApplicationScoped
public class Units {

    private final UnitReads reads;

    Units() {
        this(null);
    }

    @Inject
    Units(UnitReads reads) {
        this.reads = reads;
    }

    public Optional<Unit> find(UUID orgUnitId) {
        return reads.find(orgUnitId);
    }

    public Optional<Unit> byCode(String code) {
        return reads.byCode(code);
    }

    /** All units, by code. */
    public List<Unit> all() {
        return reads.all();
    }

    /** Names by id, one statement; ids of no unit are absent. */
    public Map<UUID, String> names(Collection<UUID> orgUnitIds) {
        return reads.names(orgUnitIds);
    }

    /** The unit and everything below it; empty when there is no such unit. */
    public Set<UUID> subtree(UUID orgUnitId) {
        return reads.subtree(orgUnitId);
    }

    /** The unit and those above it, from the inside out; empty when there is no such unit. */
    public List<UUID> upwards(UUID orgUnitId) {
        return reads.upwards(orgUnitId);
    }

    /** Units a person heads on a day, by grants of UNIT_HEAD; without what lies below them. */
    public List<UUID> headedBy(UUID employeeId, LocalDate on) {
        return reads.unitsWithRole(employeeId, "UNIT_HEAD", on);
    }

    /** Who heads that very unit on a day, by grants of UNIT_HEAD; those of units above it do not count. */
    public List<UUID> headsOf(UUID orgUnitId, LocalDate on) {
        return headsOf(List.of(orgUnitId), on).getOrDefault(orgUnitId, List.of());
    }

    /** The same of many units, one statement; units nobody heads are absent. */
    public Map<UUID, List<UUID>> headsOf(Collection<UUID> orgUnitIds, LocalDate on) {
        return reads.headsOf(orgUnitIds, on);
    }

    /** Units a role was granted for on a day; without what lies below them. */
    public List<UUID> unitsWithRole(UUID employeeId, String role, LocalDate on) {
        return reads.unitsWithRole(employeeId, role, on);
    }
}
