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
import id.capaian.people.OfficialKey;
import id.capaian.people.control.PeopleSql.Newcomer;
import id.capaian.people.entity.Employee;
import id.capaian.people.entity.Employee.Profile;
import id.capaian.people.entity.Employment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
 * Files of kind {@code people}: matched by civil number, officials who are no civil servants by their key. Each person
 * new or changed is also asked an account for; who has one keeps it.
 */
@ApplicationScoped
class PeopleImport implements ImportKind {

    private static final String NUMBER = "nip";
    private static final String RANK = "golongan";
    private static final String STATUS = "status";
    private static final String BIRTH = "tanggal_lahir";
    private static final String SEX = "jenis_kelamin";
    private static final String KEY = "kunci";
    private static final String NRP = "nrp";
    private static final String LEGAL = "kedudukan_hukum";
    private static final String ACTIVE = "01";
    private static final Profile NOTHING =
            new Profile(null, null, null, null, null, null, null, null, null, null, ACTIVE);
    private static final Pattern PNS_GRADE = Pattern.compile("(I|II|III)/[a-d]|IV/[a-e]");
    private static final Pattern PPPK_GRADE = Pattern.compile("I{1,3}|IV|V|VI{1,3}|IX|X|XI{1,3}|XIV|XV|XVI{1,2}");

    private final PeopleSql people;
    private final Known known;
    private final AccountSql accounts;
    private final Clock clock;

    PeopleImport() {
        this(null, null, null, null);
    }

    @Inject
    PeopleImport(PeopleSql people, Known known, AccountSql accounts, Clock clock) {
        this.people = people;
        this.known = known;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "people";
    }

    @Override
    public int place() {
        return 3;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(digits(NUMBER).or("nipBaru", "nip/ni pppk", "ni pppk", "nip pegawai", "nomor induk pegawai"),
                required("nama").or("nama pegawai", "nama lengkap", "namaPns", "nama asn"),
                optional("gelar_depan"), optional("gelar_belakang"),
                required(STATUS).or("statusCpnsPns", "status kepegawaian", "status pegawai", "status asn", "jenis asn"),
                required(RANK).or("golAkhirNama", "golongan akhir", "golRuangAkhir", "golongan ruang", "gol ruang"),
                required(BIRTH).or("tglLahir", "tgl lahir"), required(SEX).or("kelamin", "jk", "l/p"),
                optional("surel").or("email"),
                optionalDigits("telepon").or("nomorHp", "noHp", "no telepon", "nomor telepon", "no hp/wa"),
                optionalDigits(LEGAL).or("kedudukanHukumId"), optional(KEY), optionalDigits(NRP));
    }

    @Override
    public void prepare(List<ImportRow> rows, ImportChanges changes) {
        Map<String, Employee> employees = known.employees(rows, NUMBER, KEY);
        List<UUID> asked = new ArrayList<>();
        List<Newcomer> newcomers = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ImportRow row : rows) {
            Employment employment = row.requiredOneOf(STATUS, Words.EMPLOYMENTS, Words.EMPLOYMENT_MEANING);
            boolean official = employment == Employment.OFFICIAL;
            String name = official ? key(row) : number(row);
            if (name != null && !seen.add(name)) {
                row.problem(official ? KEY : NUMBER, "people.import.twiceHere");
            }
            Employee employee = employees.get(name);
            Profile profile = profile(row, employment, official, employee == null ? NOTHING : employee.profile());
            if (row.isSound()) {
                if (!official) {
                    warn(row, new CivilNumber(name), profile);
                }
                note(name, profile, employee, asked, newcomers, changes);
            }
        }
        changes.atTheEnd(() -> people.add(newcomers));
        changes.atTheEnd(() -> accounts.ask(asked));
    }

    private String number(ImportRow row) {
        List.of(KEY, NRP).stream().filter(column -> row.text(column) != null)
                .forEach(column -> row.problem(column, "people.import.onlyOfficial"));
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
        return CivilNumber.compact(text);
    }

    /** An official has no civil number: the key the agency chose stands in for it, here and in every other file. */
    private static String key(ImportRow row) {
        if (row.text(NUMBER) != null) {
            row.problem(NUMBER, "people.import.officialNumber");
        }
        String text = row.required(KEY);
        if (text == null) {
            return null;
        }
        String key = OfficialKey.compact(text);
        if (!OfficialKey.isWellFormed(key)) {
            row.problem(KEY, "people.import.officialKey");
            return null;
        }
        return key;
    }

    private static Profile profile(ImportRow row, Employment employment, boolean official, Profile known) {
        boolean coded = employment != null && employment.numberKind() == CivilNumber.Kind.NIP;
        LocalDate birth = official ? row.date(BIRTH) : row.requiredDate(BIRTH);
        CivilNumber.Sex sex = official ? row.oneOf(SEX, Words.SEXES, Words.SEX_MEANING)
                : row.requiredOneOf(SEX, Words.SEXES, Words.SEX_MEANING);
        String legal = said(row, LEGAL, known.legalStatus());
        return new Profile(row.required("nama"), said(row, "gelar_depan", known.titleBefore()),
                said(row, "gelar_belakang", known.titleAfter()), employment,
                RankGrade.written(row.text(RANK), coded), birth, sex, said(row, "surel", known.email()),
                said(row, "telepon", known.phone()), said(row, NRP, known.nrp()), legal == null ? ACTIVE : legal);
    }

    /** What the file does not speak of stays: a short list that adds people must not empty those it repeats. */
    private static String said(ImportRow row, String column, String known) {
        return row.has(column) ? row.text(column) : known;
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

    private void note(String name, Profile profile, Employee employee, List<UUID> asked, List<Newcomer> newcomers,
            ImportChanges changes) {
        if (employee == null) {
            UUID id = Ids.next(clock.millis());
            asked.add(id);
            changes.create(() -> newcomers.add(new Newcomer(id, name, profile)));
        } else if (profile.equals(employee.profile())) {
            changes.keep();
        } else {
            asked.add(employee.id());
            changes.change(() -> employee.update(profile));
        }
    }
}
