package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.AnswerTerm;
import id.capaian.kernel.identity.Caller;
import id.capaian.planning.Period;
import id.capaian.registry.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a tenant may set for its evaluations, and its calendar. Rows of table {@code setting}; without one the default.
 */
@ApplicationScoped
class EvaluationSettings {

    /** Days the person has to answer (domain.md 3.4, 3.6). */
    static final String ANSWER_DAYS = "evaluation.answer-days";
    /** {@code WORKING} when the days of all three terms are working days; calendar days otherwise. */
    static final String DAY_KIND = "evaluation.day-kind";
    /** Days not worked, ISO dates with commas between. */
    static final String HOLIDAYS = "calendar.holidays";
    /** Days the rater's superior has to decide (domain.md 3.6); nothing happens by itself when they are over. */
    static final String DECISION_DAYS = "evaluation.decision-days";
    /** Days the rater has to explain on an objection (domain.md 4). */
    static final String EXPLANATION_DAYS = "evaluation.explanation-days";
    /** From how many evaluated people on a unit's distribution of predicates is checked (domain.md 3.3). */
    static final String DISTRIBUTION_MINIMUM_PEOPLE = "evaluation.distribution-minimum-people";
    /** People per chunk of a run. */
    static final String CHUNK_SIZE = "evaluation.chunk-size";

    private static final int FORTNIGHT = 14;
    private static final int WEEK = 7;
    private static final int FEW = 10;
    private static final int CHUNK = 200;

    private final SettingSql settings;
    private final Tenants tenants;
    private final Caller caller;
    private final Clock clock;

    EvaluationSettings() {
        this(null, null, null, null);
    }

    @Inject
    EvaluationSettings(SettingSql settings, Tenants tenants, Caller caller, Clock clock) {
        this.settings = settings;
        this.tenants = tenants;
        this.caller = caller;
        this.clock = clock;
    }

    AnswerTerm answerTerm() {
        return term(ANSWER_DAYS, FORTNIGHT);
    }

    AnswerTerm decisionTerm() {
        return term(DECISION_DAYS, FORTNIGHT);
    }

    AnswerTerm explanationTerm() {
        return term(EXPLANATION_DAYS, WEEK);
    }

    int distributionMinimumPeople() {
        return number(DISTRIBUTION_MINIMUM_PEOPLE, FEW);
    }

    int chunkSize() {
        return number(CHUNK_SIZE, CHUNK);
    }

    ZoneId zone() {
        return tenants.zoneOf(caller.tenant());
    }

    /** Today where the tenant is. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    /** Today, or a period's last day once it is over. */
    LocalDate todayOr(LocalDate lastDay) {
        LocalDate today = today();
        return today.isBefore(lastDay) ? today : lastDay;
    }

    private AnswerTerm term(String name, int otherwise) {
        boolean working = settings.value(DAY_KIND, today()).filter("WORKING"::equals).isPresent();
        return new AnswerTerm(number(name, otherwise), zone(), working, working ? holidays() : Set.of());
    }

    private Set<LocalDate> holidays() {
        return settings.value(HOLIDAYS, today()).stream().flatMap(days -> Arrays.stream(days.split(",")))
                .map(day -> LocalDate.parse(day.strip())).collect(Collectors.toSet());
    }

    /** Whether a period's last fortnight has come, or is over: what is asked at its end is asked from then on. */
    boolean isEnding(LocalDate lastDay) {
        return today().isAfter(lastDay.minusDays(FORTNIGHT));
    }

    /** Whether the term of a period is over, though who is late may still write. */
    boolean isOver(Period period) {
        return !period.status().equals("OPEN") || today().isAfter(period.endsOn());
    }

    private int number(String name, int otherwise) {
        return settings.value(name, today()).map(Integer::valueOf).orElse(otherwise);
    }
}
