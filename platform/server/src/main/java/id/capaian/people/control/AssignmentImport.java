package id.capaian.people.control;

import static id.capaian.people.ImportColumn.code;
import static id.capaian.people.ImportColumn.digits;
import static id.capaian.people.ImportColumn.optional;
import static id.capaian.people.ImportColumn.required;

import id.capaian.kernel.identity.Ids;
import id.capaian.people.AssignmentsEnded;
import id.capaian.people.ImportChanges;
import id.capaian.people.ImportColumn;
import id.capaian.people.ImportKind;
import id.capaian.people.ImportRow;
import id.capaian.people.LostZeros;
import id.capaian.people.entity.Assignment;
import id.capaian.people.entity.AssignmentKind;
import id.capaian.people.entity.Employee;
import id.capaian.people.entity.Employment;
import id.capaian.people.entity.OrgUnit;
import id.capaian.people.entity.Position;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Files of kind {@code assignments}: matched by person, post, unit, kind and first day. A later definitive post ends
 * the one before it, so that a transfer is one row.
 */
@ApplicationScoped
class AssignmentImport implements ImportKind {

    private static final String NUMBER = "nip";
    private static final String FROM = "mulai";
    private static final String TO = "sampai";

    private final EntityManager entityManager;
    private final Known known;
    private final Event<AssignmentsEnded> ended;
    private final Clock clock;

    AssignmentImport() {
        this(null, null, null, null);
    }

    @Inject
    AssignmentImport(EntityManager entityManager, Known known, Event<AssignmentsEnded> ended, Clock clock) {
        this.entityManager = entityManager;
        this.known = known;
        this.ended = ended;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "assignments";
    }

    @Override
    public int place() {
        return 4;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(digits(NUMBER).or("nipBaru", "nip/ni pppk", "ni pppk", "nip pegawai"),
                code("kode_jabatan").or("jabatanId"), code("kode_unit").or("unorId", "kodeUnor", "kode unit kerja"),
                optional("jenis").or("jenis penempatan", "jenis penugasan"),
                required(FROM).or("tmtJabatan", "tmt", "tanggal mulai"),
                optional(TO).or("tanggal akhir", "tanggal selesai"));
    }

    /** What an assignment is matched by. */
    private record Key(UUID employeeId, UUID positionId, UUID orgUnitId, AssignmentKind kind, LocalDate from) {

        static Key of(Assignment assignment) {
            return new Key(assignment.employeeId(), assignment.positionId(), assignment.orgUnitId(), assignment.kind(),
                    assignment.validFrom());
        }
    }

    /** A row in which nothing is wrong by itself; {@code to} null when it leaves the end open. */
    private record Sound(ImportRow row, Key key, LocalDate to) {
    }

    @Override
    public void prepare(List<ImportRow> rows, ImportChanges changes) {
        Map<String, Employee> employees = known.employees(rows, NUMBER);
        Map<String, Position> positions = known.positionsByCode();
        Map<String, OrgUnit> units = known.unitsByCode();
        LostZeros positionZeros = new LostZeros(positions.keySet());
        LostZeros unitZeros = new LostZeros(units.keySet());
        Map<Key, Assignment> stored = new HashMap<>();
        Map<UUID, Spans> definitive = new HashMap<>();
        Map<UUID, LocalDate> lastDays = new HashMap<>();
        known.assignments(employees.values()).values().forEach(list -> list.forEach(assignment -> {
            stored.put(Key.of(assignment), assignment);
            if (assignment.kind() == AssignmentKind.DEFINITIVE) {
                definitive.computeIfAbsent(assignment.employeeId(), id -> new Spans())
                        .stored(assignment.validFrom(), assignment.validTo(), day -> end(assignment, day, lastDays));
            }
        }));
        Set<Key> seen = new HashSet<>();
        List<Sound> sound = new ArrayList<>();
        for (ImportRow row : rows) {
            row.required(NUMBER);
            Employee employee = Known.employee(row, NUMBER, employees);
            row.required("kode_jabatan");
            Position position = Known.byCode(row, "kode_jabatan", positions, positionZeros);
            row.required("kode_unit");
            OrgUnit unit = Known.byCode(row, "kode_unit", units, unitZeros);
            AssignmentKind kind = row.text("jenis") == null
                    ? AssignmentKind.DEFINITIVE
                    : row.oneOf("jenis", Words.ASSIGNMENT_KINDS, Words.ASSIGNMENT_KIND_MEANING);
            LocalDate from = row.requiredDate(FROM);
            LocalDate to = lastDay(row, from);
            if (employee != null && employee.employment() == Employment.OFFICIAL) {
                row.problem(NUMBER, "people.import.officialPost");
            }
            if (row.isSound()) {
                Key key = new Key(employee.id(), position.id(), unit.id(), kind, from);
                if (seen.add(key)) {
                    sound.add(new Sound(row, key, to));
                } else {
                    row.problem(NUMBER, "people.import.twiceHere");
                }
            }
        }
        // In the order of their days, so that the order of the rows does not count.
        sound.sort(Comparator.comparing(one -> one.key().from()));
        sound.forEach(one -> note(one, stored.get(one.key()), definitive, lastDays, changes));
        changes.atTheEnd(() -> {
            if (!lastDays.isEmpty()) {
                ended.fire(new AssignmentsEnded(lastDays));
            }
        });
    }

    /** Ends what was there before the file; of what the file itself brings nobody has made anything yet. */
    private static void end(Assignment stored, LocalDate lastDay, Map<UUID, LocalDate> lastDays) {
        if (stored.endOn(lastDay)) {
            lastDays.put(stored.id(), lastDay);
        }
    }

    static LocalDate lastDay(ImportRow row, LocalDate from) {
        LocalDate to = row.date(TO);
        if (from != null && to != null && to.isBefore(from)) {
            row.problem(TO, "people.import.endsBeforeStart");
        }
        return to;
    }

    private void note(Sound sound, Assignment stored, Map<UUID, Spans> definitive, Map<UUID, LocalDate> lastDays,
            ImportChanges changes) {
        Key key = sound.key();
        LocalDate to = sound.to();
        if (stored != null) {
            // An end that a later row of an earlier file gave is not taken back by a row that leaves it open.
            if (to == null || to.equals(stored.validTo())) {
                changes.keep();
            } else if (key.kind() == AssignmentKind.DEFINITIVE
                    && !definitive.get(key.employeeId()).endOn(key.from(), to)) {
                sound.row().problem(TO, "people.import.overlap");
            } else {
                changes.change(() -> end(stored, to, lastDays));
            }
            return;
        }
        Assignment assignment = new Assignment(Ids.next(clock.millis()), key.employeeId(), key.positionId(),
                key.orgUnitId(), key.kind(), key.from(), to);
        if (key.kind() == AssignmentKind.DEFINITIVE && !definitive.computeIfAbsent(key.employeeId(), id -> new Spans())
                .add(key.from(), to, assignment::endOn, changes::makeRoom)) {
            sound.row().problem(FROM, "people.import.overlap");
            return;
        }
        changes.create(() -> entityManager.persist(assignment));
    }
}
