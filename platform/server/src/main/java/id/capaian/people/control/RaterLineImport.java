package id.capaian.people.control;

import static id.capaian.people.ImportColumn.digits;
import static id.capaian.people.ImportColumn.optional;
import static id.capaian.people.ImportColumn.optionalDigits;
import static id.capaian.people.ImportColumn.required;

import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.tenancy.QueryIds;
import id.capaian.people.ImportChanges;
import id.capaian.people.ImportColumn;
import id.capaian.people.ImportKind;
import id.capaian.people.ImportRow;
import id.capaian.people.entity.Assignment;
import id.capaian.people.entity.AssignmentKind;
import id.capaian.people.entity.Employee;
import id.capaian.people.entity.RaterLine;
import id.capaian.people.entity.RaterLine.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Files of kind {@code rater-lines}: matched by the assignment (person, kind, running on the first day) and first day. A
 * later line ends the one before it.
 */
@ApplicationScoped
class RaterLineImport implements ImportKind {

    private static final String NUMBER = "nip";
    private static final String RATER = "nip_penilai";
    private static final String SUPERIOR = "nip_atasan_penilai";
    private static final String FROM = "mulai";
    private static final String TO = "sampai";

    private final EntityManager entityManager;
    private final Known known;
    private final Clock clock;

    RaterLineImport() {
        this(null, null, null);
    }

    @Inject
    RaterLineImport(EntityManager entityManager, Known known, Clock clock) {
        this.entityManager = entityManager;
        this.known = known;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "rater-lines";
    }

    @Override
    public int place() {
        return 5;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(digits(NUMBER).or("nipBaru", "nip/ni pppk", "nip pegawai", "nip yang dinilai"),
                optional("jenis").or("jenis penempatan", "jenis penugasan"),
                digits(RATER).or("penilaiNipNrp", "nip pejabat penilai", "nip pejabat penilai kinerja"),
                optionalDigits(SUPERIOR).or("atasanPenilaiNipNrp", "nip atasan pejabat penilai",
                        "nip atasan pejabat penilai kinerja"),
                required(FROM).or("tanggal mulai", "tmt"), optional(TO).or("tanggal akhir", "tanggal selesai"));
    }

    private record Key(UUID assignmentId, LocalDate from) {
    }

    /** A row in which nothing is wrong by itself. */
    private record Sound(ImportRow row, Key key, Assignment assignment, Terms terms) {
    }

    @Override
    public void prepare(List<ImportRow> rows, ImportChanges changes) {
        Map<String, Employee> employees = known.employees(rows, NUMBER, RATER, SUPERIOR);
        Map<UUID, List<Assignment>> assignments = known.assignments(employees.values());
        Map<Key, RaterLine> stored = new HashMap<>();
        Map<UUID, Spans> spans = new HashMap<>();
        for (RaterLine line : lines(assignments.values().stream().flatMap(List::stream).map(Assignment::id).toList())) {
            stored.put(new Key(line.assignmentId(), line.validFrom()), line);
            spans.computeIfAbsent(line.assignmentId(), id -> new Spans())
                    .stored(line.validFrom(), line.validTo(), line::endOn);
        }
        Set<Key> seen = new HashSet<>();
        List<Sound> sound = new ArrayList<>();
        for (ImportRow row : rows) {
            Assignment assignment = assignment(row, employees, assignments);
            Terms terms = terms(row, employees);
            if (row.isSound() && isFair(row, assignment, terms)) {
                Key key = new Key(assignment.id(), row.date(FROM));
                if (seen.add(key)) {
                    sound.add(new Sound(row, key, assignment, terms));
                } else {
                    row.problem(NUMBER, "people.import.twiceHere");
                }
            }
        }
        // In the order of their days, so that the order of the rows does not count.
        sound.sort(Comparator.comparing(one -> one.key().from()));
        sound.forEach(one -> note(one, stored.get(one.key()), spans, changes));
    }

    private List<RaterLine> lines(Collection<UUID> assignmentIds) {
        return Known.slices(List.copyOf(assignmentIds)).stream().flatMap(slice -> entityManager
                .createQuery("select l from RaterLine l where l.assignmentId in :ids order by l.validFrom",
                        RaterLine.class)
                .setParameter("ids", QueryIds.padded(slice)).getResultStream()).toList();
    }

    private static Assignment assignment(ImportRow row, Map<String, Employee> employees,
            Map<UUID, List<Assignment>> assignments) {
        row.required(NUMBER);
        Employee employee = Known.employee(row, NUMBER, employees);
        LocalDate from = row.requiredDate(FROM);
        AssignmentKind kind = row.text("jenis") == null
                ? AssignmentKind.DEFINITIVE : row.oneOf("jenis", Words.ASSIGNMENT_KINDS, Words.ASSIGNMENT_KIND_MEANING);
        if (employee == null || from == null || kind == null) {
            return null;
        }
        Optional<Assignment> running = assignments.getOrDefault(employee.id(), List.of()).stream()
                .filter(assignment -> assignment.kind() == kind && assignment.covers(from)).findFirst();
        if (running.isEmpty()) {
            row.problem(FROM, "people.import.noAssignment");
        }
        return running.orElse(null);
    }

    private static Terms terms(ImportRow row, Map<String, Employee> employees) {
        row.required(RATER);
        Employee rater = Known.employee(row, RATER, employees);
        Employee superior = Known.employee(row, SUPERIOR, employees);
        LocalDate to = row.date(TO);
        return rater == null ? null : new Terms(rater.id(), superior == null ? null : superior.id(), to);
    }

    private static boolean isFair(ImportRow row, Assignment assignment, Terms terms) {
        if (terms.raterId().equals(assignment.employeeId())) {
            row.problem(RATER, "people.import.selfRating");
        } else if (terms.raterId().equals(terms.raterSuperiorId())) {
            row.problem(SUPERIOR, "people.import.ownSuperior");
        } else if (terms.to() != null && terms.to().isBefore(row.date(FROM))) {
            row.problem(TO, "people.import.endsBeforeStart");
        }
        return row.isSound();
    }

    /**
     * An end is not taken back by a row that leaves it open, nor the superior by a file that has no column for it. Of
     * another rater, though, nobody has named the superior yet.
     */
    private static Terms wanted(Sound sound, Terms known) {
        Terms terms = sound.terms();
        boolean silent = !sound.row().has(SUPERIOR) && terms.raterId().equals(known.raterId());
        Terms named = silent ? known.until(terms.to()) : terms;
        return named.to() == null ? named.until(known.to()) : named;
    }

    private void note(Sound sound, RaterLine stored, Map<UUID, Spans> spans, ImportChanges changes) {
        Key key = sound.key();
        Terms terms = sound.terms();
        UUID ratedId = sound.assignment().employeeId();
        if (stored != null) {
            Terms wanted = wanted(sound, stored.terms());
            if (wanted.equals(stored.terms())) {
                changes.keep();
            } else if (!spans.get(key.assignmentId()).endOn(key.from(), wanted.to())) {
                sound.row().problem(TO, "people.import.overlap");
            } else {
                changes.change(() -> stored.agree(ratedId, wanted));
            }
            return;
        }
        RaterLine line = new RaterLine(Ids.next(clock.millis()), key.assignmentId(), ratedId, key.from(), terms);
        if (!spans.computeIfAbsent(key.assignmentId(), id -> new Spans())
                .add(key.from(), terms.to(), line::endOn, changes::makeRoom)) {
            sound.row().problem(FROM, "people.import.overlap");
            return;
        }
        changes.create(() -> entityManager.persist(line));
    }
}
