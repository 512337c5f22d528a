package id.capaian.planning.control;

import static id.capaian.people.ImportColumn.digits;
import static id.capaian.people.ImportColumn.optional;
import static id.capaian.people.ImportColumn.required;

import id.capaian.people.ImportChanges;
import id.capaian.people.ImportColumn;
import id.capaian.people.ImportKind;
import id.capaian.people.ImportRow;
import id.capaian.people.LostZeros;
import id.capaian.planning.NewReading;
import id.capaian.planning.Period;
import id.capaian.planning.Reading;
import id.capaian.planning.control.IndicatorSubjects.Name;
import id.capaian.planning.entity.IndicatorValue.Subject;
import id.capaian.planning.entity.SubjectKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Files of kind {@code indicator-values}: matched by subject, indicator and period. Nothing is overwritten: a row that
 * differs from the newest value adds a newer one.
 */
@ApplicationScoped
class IndicatorValueImport implements ImportKind {

    private static final Map<String, SubjectKind> SUBJECTS = Map.of(
            "PEGAWAI", SubjectKind.PERSON, "UNIT", SubjectKind.UNIT, "LAYANAN", SubjectKind.SERVICE);
    private static final String SUBJECT = "subjek";
    private static final String KEY = "kunci";
    private static final String INDICATOR = "indikator";
    private static final String PERIOD = "periode";
    private static final String VALUE = "nilai";
    private static final int MOST_DECIMALS = 4;
    private static final int MOST_DIGITS = 14;

    private final IndicatorReadings readings;
    private final IndicatorSubjects subjects;
    private final PeriodReads periods;
    private final ValueCheck check;
    private final Today today;

    IndicatorValueImport() {
        this(null, null, null, null, null);
    }

    @Inject
    IndicatorValueImport(IndicatorReadings readings, IndicatorSubjects subjects, PeriodReads periods,
            ValueCheck check, Today today) {
        this.readings = readings;
        this.subjects = subjects;
        this.periods = periods;
        this.check = check;
        this.today = today;
    }

    @Override
    public String kind() {
        return "indicator-values";
    }

    @Override
    public int place() {
        return 7;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required(SUBJECT).or("subyek", "jenis subjek"),
                digits(KEY).or("nip atau kode unit", "nip/kode unit", "nipBaru", "nip", "kode unit"),
                required(INDICATOR).or("kode indikator"), required(PERIOD).or("kode periode", "periode penilaian"),
                required(VALUE).or("nilai indikator", "realisasi", "capaian"),
                required("sumber").or("sumber data"),
                required("diambil_pada").or("tanggal", "tanggal data", "tanggal pengambilan", "waktu pengambilan"),
                optional("sampel").or("jumlah sampel", "jumlah responden", "responden"),
                optional("populasi").or("jumlah populasi"), optional("kelengkapan"), optional("ketepatan_waktu"),
                optional("akurasi"));
    }

    /** A row as far as it can be read alone. */
    private record Line(ImportRow row, Name subject, String indicator, String period, BigDecimal value, String source,
            Instant takenAt, Integer sample, Integer population, BigDecimal completeness, BigDecimal timeliness,
            BigDecimal accuracy) {

        NewReading reading(UUID subjectId, UUID periodId) {
            return new NewReading(subject.kind().name(), subjectId, indicator, periodId, value, source, takenAt, sample,
                    population, completeness, timeliness, accuracy, null);
        }

        boolean says(Reading known) {
            return known != null && same(value, known.value()) && source.equals(known.source())
                    && takenAt.equals(known.takenAt()) && Objects.equals(sample, known.sampleSize())
                    && Objects.equals(population, known.population()) && same(completeness, known.completeness())
                    && same(timeliness, known.timeliness()) && same(accuracy, known.accuracy());
        }

        private static boolean same(BigDecimal one, BigDecimal other) {
            return one == null ? other == null : other != null && one.compareTo(other) == 0;
        }
    }

    private record Place(UUID subjectId, String indicator, UUID periodId) {
    }

    @Override
    public void prepare(List<ImportRow> rows, ImportChanges changes) {
        ZoneId zone = today.zone();
        List<Line> lines = rows.stream().map(row -> line(row, zone)).filter(line -> line.row().isSound()).toList();
        Map<Name, Subject> known = subjects.find(lines.stream().map(Line::subject).distinct().toList());
        Map<String, Period> byCode = periods.byCode();
        Map<UUID, Map<UUID, Map<String, Reading>>> latest = new HashMap<>();
        Set<Place> seen = new HashSet<>();
        ValueCheck.Run run = check.begin();
        LostZeros zeros = subjects.zeros();
        for (Line line : lines) {
            Subject subject = known.get(line.subject());
            Period period = byCode.get(line.period());
            if (subject == null) {
                noteUnknown(line, zeros);
            } else if (period == null) {
                line.row().problem(PERIOD, "planning.import.unknownPeriod", line.period());
            } else if (!seen.add(new Place(subject.id(), line.indicator(), period.periodId()))) {
                line.row().problem(KEY, "people.import.twiceHere");
            } else if (canCount(line, subject, period, run)) {
                note(line, subject, period.periodId(), latest.computeIfAbsent(period.periodId(), id -> readings.latest(
                        known.values().stream().map(Subject::id).toList(), id)), changes);
            }
        }
    }

    private static void noteUnknown(Line line, LostZeros zeros) {
        if (line.subject().kind() == SubjectKind.PERSON || !zeros.isLost(line.row(), KEY)) {
            line.row().problem(KEY, "planning.import.unknownSubject");
        }
    }

    private static boolean canCount(Line line, Subject subject, Period period, ValueCheck.Run run) {
        Optional<ValueCheck.Flaw> flaw = run.flaw(subject, line.indicator(), period);
        flaw.ifPresent(found -> {
            switch (found) {
                case UNKNOWN_INDICATOR -> line.row().problem(INDICATOR, "planning.import.unknownIndicator",
                        line.indicator());
                case WRONG_SUBJECT -> line.row().problem(SUBJECT, "planning.import.wrongSubject", line.indicator(),
                        words(run.subjectsOf(line.indicator())));
                default -> line.row().problem(PERIOD, "planning.import.periodClosed", line.period());
            }
        });
        return flaw.isEmpty();
    }

    /** What a file calls these kinds of subject. */
    private static String words(Set<SubjectKind> kinds) {
        return SUBJECTS.entrySet().stream().filter(word -> kinds.contains(word.getValue())).map(Map.Entry::getKey)
                .sorted().collect(Collectors.joining(", "));
    }

    private void note(Line line, Subject subject, UUID periodId, Map<UUID, Map<String, Reading>> latest,
            ImportChanges changes) {
        Reading before = latest.getOrDefault(subject.id(), Map.of()).get(line.indicator());
        if (line.says(before)) {
            changes.keep();
        } else if (before == null) {
            changes.create(() -> readings.record(line.reading(subject.id(), periodId)));
        } else {
            changes.change(() -> readings.record(line.reading(subject.id(), periodId)));
        }
    }

    private static Line line(ImportRow row, ZoneId zone) {
        SubjectKind kind = row.requiredOneOf(SUBJECT, SUBJECTS);
        String key = row.required(KEY);
        BigDecimal value = row.requiredDecimal(VALUE);
        if (value != null && value.scale() > MOST_DECIMALS) {
            row.problem(VALUE, "planning.import.decimals", MOST_DECIMALS);
        } else if (value != null && value.precision() - value.scale() > MOST_DIGITS) {
            row.problem(VALUE, "planning.import.digits", MOST_DIGITS);
        }
        return new Line(row, kind == null || key == null ? null : new Name(kind, key), row.required(INDICATOR),
                row.required(PERIOD), value, row.required("sumber"), row.requiredMoment("diambil_pada", zone),
                row.count("sampel"), row.count("populasi"), share(row, "kelengkapan"),
                share(row, "ketepatan_waktu"), share(row, "akurasi"));
    }

    private static BigDecimal share(ImportRow row, String column) {
        BigDecimal share = row.decimal(column);
        if (share != null && (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0
                || share.scale() > MOST_DECIMALS)) {
            row.problem(column, "planning.import.share");
        }
        return share;
    }
}
