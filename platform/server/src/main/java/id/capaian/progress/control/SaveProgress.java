package id.capaian.progress.control;

import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.IndicatorAtWork;
import id.capaian.planning.Periods;
import id.capaian.plugin.api.Form;
import id.capaian.progress.ProgressView;
import id.capaian.progress.entity.ProgressEntry;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A person records progress on an own indicator; see house.md 3. */
@TenantUseCase
public class SaveProgress {

    private final ProgressRights rights;
    private final ProgressEntries entries;
    private final ProgressForms forms;
    private final Periods periods;
    private final Once once;
    private final Clock clock;

    SaveProgress() {
        this(null, null, null, null, null, null);
    }

    @Inject
    SaveProgress(ProgressRights rights, ProgressEntries entries, ProgressForms forms, Periods periods, Once once,
            Clock clock) {
        this.rights = rights;
        this.entries = entries;
        this.forms = forms;
        this.periods = periods;
        this.once = once;
        this.clock = clock;
    }

    /** What was asked for, as the idempotency key remembers it. */
    record Request(UUID indicatorId, UUID periodId, ProgressInput input, Long version) {
    }

    /**
     * Makes the entry of a period, or changes it. While this node does not know the plan's pack, answers to its form
     * stay as they were, and new ones are refused.
     *
     * @param period  code or id; null or empty for the period people work in now
     * @param version version the change was made against; null for a first entry
     * @param key     the caller's idempotency key, null for none
     * @throws ProblemException NOT_FOUND for somebody else's indicator, PERIOD_NOT_OPEN, VERSION_STALE, INVALID_INPUT,
     *                          PACK_NOT_READY
     */
    public ProgressView forIndicator(UUID indicatorId, String period, ProgressInput input, Long version, String key,
            Locale locale) {
        UUID periodId = periods.named(period).periodId();
        return once.perform(key, new Request(indicatorId, periodId, input, version), ProgressView.class, () ->
                save(rights.ownForChange(indicatorId, periodId), entries.ofIndicator(indicatorId, periodId), input,
                        version, locale));
    }

    /** The same for an entry that exists, in its own period. */
    public ProgressView forEntry(UUID entryId, ProgressInput input, long version, String key, Locale locale) {
        ProgressEntry entry = entries.get(entryId);
        UUID indicatorId = entry.individualIndicatorId();
        UUID periodId = entry.periodId();
        return once.perform(key, new Request(indicatorId, periodId, input, version), ProgressView.class, () ->
                save(rights.ownForChange(indicatorId, periodId), Optional.of(entry), input, version, locale));
    }

    private ProgressView save(IndicatorAtWork own, Optional<ProgressEntry> existing, ProgressInput input, Long version,
            Locale locale) {
        Optional<Form> form = forms.of(own);
        if (input.formAnswers() != null) {
            check(own, form, input.formAnswers(), locale);
        }
        ProgressEntry entry = existing.map(found -> unchanged(found, version)).orElseGet(() -> first(own));
        entry.record(input.value(), input.note(), clock.instant());
        if (forms.isKnown(own)) {
            entry.answer(form.map(Form::id).orElse(null), form.isEmpty() ? null : input.formAnswers());
        }
        entries.flush();
        return entry.view(entries.evidenceOf(entry));
    }

    /** What nobody can check here is not taken, and not dropped either. */
    private void check(IndicatorAtWork own, Optional<Form> form, String answers, Locale locale) {
        if (!forms.isKnown(own)) {
            throw ProblemException.of(Problem.PACK_NOT_READY, own.packId(), own.packVersion());
        }
        form.ifPresent(known -> forms.check(known, answers, locale));
    }

    private static ProgressEntry unchanged(ProgressEntry entry, Long version) {
        // Somebody who believes to be first has not seen what is there: same answer as a stale version.
        if (version == null) {
            throw new ProblemException(Problem.VERSION_STALE);
        }
        entry.requireVersion(version);
        return entry;
    }

    private ProgressEntry first(IndicatorAtWork own) {
        var made = new ProgressEntry(Ids.next(clock.millis()), own.indicator().skpId(), own.period().periodId(),
                own.indicator().indicatorId());
        entries.add(made);
        return made;
    }
}
