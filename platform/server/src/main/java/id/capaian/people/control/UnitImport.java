package id.capaian.people.control;

import static id.capaian.people.ImportColumn.code;
import static id.capaian.people.ImportColumn.optional;
import static id.capaian.people.ImportColumn.required;

import id.capaian.kernel.identity.Ids;
import id.capaian.people.ImportChanges;
import id.capaian.people.ImportColumn;
import id.capaian.people.ImportKind;
import id.capaian.people.ImportRow;
import id.capaian.people.LostZeros;
import id.capaian.people.entity.OrgUnit;
import id.capaian.people.entity.UnitKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Files of kind {@code units}: matched by code; a parent may stand anywhere in the file or be known already. */
@ApplicationScoped
class UnitImport implements ImportKind {

    private static final String CODE = "kode";
    private static final String PARENT = "kode_induk";
    private static final String FROM = "mulai";
    private static final String TO = "sampai";

    private final EntityManager entityManager;
    private final Known known;
    private final Clock clock;

    UnitImport() {
        this(null, null, null);
    }

    @Inject
    UnitImport(EntityManager entityManager, Known known, Clock clock) {
        this.entityManager = entityManager;
        this.known = known;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "units";
    }

    @Override
    public int place() {
        return 1;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(code(CODE).or("id", "kode unit", "kodeUnor", "unorId", "idUnor"),
                required("nama").or("namaUnor", "unorNama", "nama unit", "nama unit organisasi", "unit organisasi"),
                required("jenis").or("jenis unit", "jenisUnor"),
                code(PARENT).or("induk", "kode unit induk", "diatasanId", "unorAtasanId", "unorIndukId", "kode atasan"),
                required(FROM).or("tanggal mulai", "tmt", "berlaku mulai"),
                optional(TO).or("tanggal akhir", "tanggal selesai", "berlaku sampai"));
    }

    /** A row with its values; the parent still by code. */
    private record Line(ImportRow row, String code, String name, UnitKind kind, String parent, LocalDate from,
            LocalDate to) {
    }

    @Override
    public void prepare(List<ImportRow> rows, ImportChanges changes) {
        Map<String, OrgUnit> units = known.unitsByCode();
        Map<String, Line> lines = new LinkedHashMap<>();
        LostZeros zeros = new LostZeros(units.keySet());
        for (ImportRow row : rows) {
            Line line = line(row);
            if (row.isSound() && lines.putIfAbsent(line.code(), line) != null) {
                row.problem(CODE, "people.import.twice", line.code());
            }
            zeros.judge(row, CODE);
        }
        Map<String, UUID> ids = new HashMap<>();
        units.values().forEach(unit -> ids.put(unit.code(), unit.id()));
        lines.keySet().forEach(code -> ids.computeIfAbsent(code, absent -> Ids.next(clock.millis())));
        // Those of rows that cannot be taken are told once, and not again for every unit below.
        Set<String> named = rows.stream().map(row -> row.text(CODE)).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        LostZeros parentZeros = new LostZeros(ids.keySet());
        lines.values().stream().filter(line -> line.parent() != null && !ids.containsKey(line.parent())
                        && !named.contains(line.parent()))
                .forEach(line -> parentZeros.unknown(line.row(), PARENT));
        Map<UUID, UUID> parents = new HashMap<>();
        units.values().forEach(unit -> parents.put(unit.id(), unit.parentId()));
        lines.values().forEach(line -> parents.put(ids.get(line.code()), ids.get(line.parent())));
        Map<Line, Integer> depths = new HashMap<>();
        lines.values().forEach(line -> depths.put(line, depth(line, ids.get(line.code()), parents)));
        lines.values().stream().sorted(Comparator.comparing(depths::get))
                .forEach(line -> note(line, ids, units.get(line.code()), changes));
    }

    private static Line line(ImportRow row) {
        return new Line(row, row.required(CODE), row.required("nama"),
                row.requiredOneOf("jenis", Words.UNIT_KINDS, Words.UNIT_KIND_MEANING),
                row.text(PARENT), row.requiredDate(FROM), row.date(TO));
    }

    /** How many units are above; a circle is noted as a problem. */
    private static int depth(Line line, UUID id, Map<UUID, UUID> parents) {
        int depth = 0;
        for (UUID above = parents.get(id); above != null; above = parents.get(above)) {
            depth++;
            if (above.equals(id) || depth > parents.size()) {
                line.row().problem(PARENT, "people.import.circle", line.code());
                return depth;
            }
        }
        return depth;
    }

    private void note(Line line, Map<String, UUID> ids, OrgUnit unit, ImportChanges changes) {
        // A file that does not speak of ends opens none again: a short list that adds units repeats others.
        boolean silent = unit != null && !line.row().has(TO);
        LocalDate to = silent ? unit.description().validTo() : line.to();
        var description = new OrgUnit.Description(line.name(), line.kind(), ids.get(line.parent()), line.from(), to);
        if (unit == null) {
            changes.create(() -> {
                entityManager.persist(new OrgUnit(ids.get(line.code()), line.code(), description));
                // One by one: the provider does not order rows of one table by the parent they name.
                entityManager.flush();
            });
        } else if (description.equals(unit.description())) {
            changes.keep();
        } else if (silent && to != null && to.isBefore(line.from())) {
            line.row().problem(FROM, "people.import.endsBeforeStart");
        } else {
            changes.changeLate(() -> unit.describe(description));
        }
    }
}
