package id.capaian.planning.control;

import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.LongWork;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.NewReading;
import id.capaian.planning.Period;
import id.capaian.planning.control.IndicatorSubjects.Name;
import id.capaian.planning.entity.IndicatorValue.Subject;
import id.capaian.planning.entity.SubjectKind;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes values of indicators from other systems; all of a request or none. */
@LongWork
@TenantUseCase
public class RecordIndicatorValues {

    private final IndicatorReadings readings;
    private final IndicatorSubjects subjects;
    private final PeriodReads periods;
    private final ValueCheck check;
    private final Once once;

    RecordIndicatorValues() {
        this(null, null, null, null, null);
    }

    @Inject
    RecordIndicatorValues(IndicatorReadings readings, IndicatorSubjects subjects, PeriodReads periods, ValueCheck check,
            Once once) {
        this.readings = readings;
        this.subjects = subjects;
        this.periods = periods;
        this.check = check;
        this.once = once;
    }

    /** Values to be recorded. */
    public record ValuesInput(@NotEmpty @Size(max = 1000) List<@NotNull @Valid ValueInput> values) {
    }

    /**
     * A value.
     *
     * @param subjectKind PERSON, UNIT or SERVICE
     * @param subject     civil number of a PERSON, else code of a unit
     * @param period      code of the period
     * @param source      which system says so
     * @param sampleSize  how many answered; null when it is no sample
     * @param population  how many were served; null when unknown
     */
    public record ValueInput(@NotNull SubjectKind subjectKind, @NotBlank String subject, @NotBlank String indicator,
            @NotBlank String period, @NotNull @Digits(integer = 14, fraction = 4) BigDecimal value,
            @NotBlank String source,
            @NotNull Instant takenAt, @PositiveOrZero Integer sampleSize, @PositiveOrZero Integer population,
            @DecimalMin("0") @DecimalMax("1") BigDecimal completeness,
            @DecimalMin("0") @DecimalMax("1") BigDecimal timeliness,
            @DecimalMin("0") @DecimalMax("1") BigDecimal accuracy) {
    }

    /** How many were recorded. */
    public record Recorded(int recorded) {
    }

    /**
     * Records values; of each subject and indicator the newest counts.
     *
     * @param key the caller's idempotency key, null when none was sent
     * @throws ProblemException {@link Problem#INVALID_INPUT} for unknown subjects, indicators or periods, a subject the
     *                          indicator is not about, and a period that is over; {@link Problem#FORBIDDEN} for
     *                          subjects outside the caller's units, {@link Problem#PACK_NOT_READY}
     */
    public Recorded run(ValuesInput input, String key) {
        return once.perform(key, input, Recorded.class, () -> record(input.values()));
    }

    private Recorded record(List<ValueInput> values) {
        Map<Name, Subject> known = subjects.find(values.stream().map(RecordIndicatorValues::name).distinct().toList());
        if (!subjects.mayRecord(known.values())) {
            throw new ProblemException(Problem.FORBIDDEN);
        }
        Map<String, Period> byCode = periods.byCode();
        List<FieldProblem> wrong = new ArrayList<>();
        Set<Place> seen = new HashSet<>();
        ValueCheck.Run run = check.begin();
        for (int i = 0; i < values.size(); i++) {
            ValueInput value = values.get(i);
            String path = "values[" + i + "]";
            if (!seen.add(Place.of(value))) {
                wrong.add(new FieldProblem(path, "twice"));
            }
            Subject subject = known.get(name(value));
            if (subject == null) {
                wrong.add(new FieldProblem(path + ".subject", "not found"));
            }
            Period period = byCode.get(value.period());
            if (period == null) {
                wrong.add(new FieldProblem(path + ".period", "not found"));
            }
            if (subject != null && period != null) {
                run.flaw(subject, value.indicator(), period).map(flaw -> told(flaw, path, value, run))
                        .ifPresent(wrong::add);
            }
        }
        if (!wrong.isEmpty()) {
            throw ProblemException.ofFields(Problem.INVALID_INPUT, wrong);
        }
        values.forEach(value -> readings.record(reading(value, known.get(name(value)), byCode.get(value.period()))));
        return new Recorded(values.size());
    }

    private static FieldProblem told(ValueCheck.Flaw flaw, String path, ValueInput value, ValueCheck.Run run) {
        return switch (flaw) {
            case UNKNOWN_INDICATOR -> new FieldProblem(path + ".indicator", "in no pack that is enabled");
            case WRONG_SUBJECT -> new FieldProblem(path + ".subjectKind",
                    "this indicator is about " + run.subjectsOf(value.indicator()));
            case PERIOD_CLOSED -> new FieldProblem(path + ".period", "closed for the unit, or archived");
        };
    }

    /** Of two values of one place in one request none would be the newer one. */
    private record Place(Name subject, String indicator, String period) {

        static Place of(ValueInput value) {
            return new Place(name(value), value.indicator(), value.period());
        }
    }

    private static Name name(ValueInput value) {
        return new Name(value.subjectKind(), value.subject());
    }

    private static NewReading reading(ValueInput value, Subject subject, Period period) {
        return new NewReading(value.subjectKind().name(), subject.id(), value.indicator(), period.periodId(),
                value.value(),
                value.source(), value.takenAt(), value.sampleSize(), value.population(), value.completeness(),
                value.timeliness(), value.accuracy(), null);
    }
}
