package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.AnswerTerm;
import id.capaian.kernel.identity.Caller;
import id.capaian.registry.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What a tenant may set for its evaluations, and its calendar. Rows of table {@code setting}; without one the default.
 */
@ApplicationScoped
class EvaluationSettings {

    /** Days the person has to answer (domain.md 3.4, 3.6). */
    static final String ANSWER_DAYS = "evaluation.answer-days";
    /** Days the rater has to explain on an objection (domain.md 4). */
    static final String EXPLANATION_DAYS = "evaluation.explanation-days";
    /** People per chunk of a run. */
    static final String CHUNK_SIZE = "evaluation.chunk-size";

    private static final int FORTNIGHT = 14;
    private static final int WEEK = 7;
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
        return new AnswerTerm(number(ANSWER_DAYS, FORTNIGHT), zone());
    }

    AnswerTerm explanationTerm() {
        return new AnswerTerm(number(EXPLANATION_DAYS, WEEK), zone());
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

    private int number(String name, int otherwise) {
        return settings.value(name, today()).map(Integer::valueOf).orElse(otherwise);
    }
}
