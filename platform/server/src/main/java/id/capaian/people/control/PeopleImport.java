package id.capaian.people.control;

import static id.capaian.people.ImportColumn.digits;
import static id.capaian.people.ImportColumn.optional;
import static id.capaian.people.ImportColumn.optionalDigits;
import static id.capaian.people.ImportColumn.required;

import id.capaian.kernel.identity.Ids;
import id.capaian.people.CivilNumber;
import id.capaian.people.ImportChanges;
import id.capaian.people.ImportColumn;
import id.capaian.people.ImportKind;
import id.capaian.people.ImportRow;
import id.capaian.people.entity.Employee;
import id.capaian.people.entity.Employee.Profile;
import id.capaian.people.entity.Employment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Files of kind {@code people}: matched by civil number. Each person new or changed is also asked an account for; who has
 * one keeps it.
 */
@ApplicationScoped
class PeopleImport implements ImportKind {

    private static final String NUMBER = "nip";
    private static final String RANK = "golongan";
    private static final String STATUS = "status";
    private static final String ACTIVE = "01";
    private static final Pattern PNS_GRADE = Pattern.compile("(I|II|III)/[a-d]|IV/[a-e]");
    private static final Pattern PPPK_GRADE = Pattern.compile("I{1,3}|IV|V|VI{1,3}|IX|X|XI{1,3}|XIV|XV|XVI{1,2}");

    private final EntityManager entityManager;
    private final Known known;
    private final AccountSql accounts;
    private final Clock clock;

    PeopleImport() {
        this(null, null, null, null);
    }

    @Inject
    PeopleImport(EntityManager entityManager, Known known, AccountSql accounts, Clock clock) {
        this.entityManager = entityManager;
        this.known = known;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "people";
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(digits(NUMBER), required("nama"), optional("gelar_depan"), optional("gelar_belakang"),
                required(STATUS), required(RANK), required("tanggal_lahir"), required("jenis_kelamin"), optional("surel"),
                optionalDigits("telepon"), optionalDigits("kedudukan_hukum"));
    }

    @Override
    public void prepare(List<ImportRow> rows, ImportChanges changes) {
        Map<String, Employee> employees = known.employees(rows, NUMBER);
        List<UUID> asked = new ArrayList<>();
        Set<CivilNumber> seen = new HashSet<>();
        for (ImportRow row : rows) {
            CivilNumber number = number(row, seen);
            Profile profile = profile(row);
            if (row.isSound()) {
                warn(row, number, profile);
                note(number, profile, employees.get(number.value()), asked, changes);
            }
        }
        changes.atTheEnd(() -> accounts.ask(asked));
    }

    private CivilNumber number(ImportRow row, Set<CivilNumber> seen) {
        String text = row.required(NUMBER);
        if (text == null) {
            return null;
        }
        // The year is all that counts here, so any zone's date will do.
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var flaw = CivilNumber.flawOf(text, today);
        if (flaw.isPresent()) {
            row.problem(NUMBER, "people.number." + flaw.get().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            return null;
        }
        CivilNumber number = new CivilNumber(CivilNumber.compact(text));
        if (!seen.add(number)) {
            row.problem(NUMBER, "people.import.twiceHere");
        }
        return number;
    }

    private static Profile profile(ImportRow row) {
        String legal = row.text("kedudukan_hukum");
        return new Profile(row.required("nama"), row.text("gelar_depan"), row.text("gelar_belakang"),
                row.requiredOneOf(STATUS, Words.EMPLOYMENTS), row.text(RANK), row.requiredDate("tanggal_lahir"),
                row.requiredOneOf("jenis_kelamin", Words.SEXES), row.text("surel"), row.text("telepon"),
                legal == null ? ACTIVE : legal);
    }

    /** Historical errors exist in all of these, so none keeps a person out. */
    private static void warn(ImportRow row, CivilNumber number, Profile profile) {
        if (!profile.agreesWith(number)) {
            row.warn(NUMBER, "people.import.profileDiffers");
        }
        if (profile.employment().numberKind() != number.kind()) {
            row.warn(STATUS, "people.import.statusDiffers");
        }
        if (profile.rankGrade() != null && !grades(profile.employment()).matcher(profile.rankGrade()).matches()) {
            row.warn(RANK, "people.import.gradeUnknown", profile.rankGrade());
        }
    }

    private static Pattern grades(Employment employment) {
        return employment.numberKind() == CivilNumber.Kind.NIP ? PNS_GRADE : PPPK_GRADE;
    }

    private void note(CivilNumber number, Profile profile, Employee employee, List<UUID> asked, ImportChanges changes) {
        if (employee == null) {
            UUID id = Ids.next(clock.millis());
            asked.add(id);
            changes.create(() -> entityManager.persist(new Employee(id, number, profile)));
        } else if (profile.equals(employee.profile())) {
            changes.keep();
        } else {
            asked.add(employee.id());
            changes.change(() -> employee.update(profile));
        }
    }
}
