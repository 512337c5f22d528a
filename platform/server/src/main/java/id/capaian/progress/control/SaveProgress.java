package id.capaian.progress.control;

import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.plugin.api.Form;
import id.capaian.progress.ProgressView;
import id.capaian.progress.entity.ProgressEntry;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A person records progress on an own indicator; see house.md 3. */
@TenantUseCase
public class SaveProgress {

    private final ProgressRights rights;
    private final ProgressEntries entries;
    private final ProgressForms forms;
    private final Once once;
    private final Clock clock;

    SaveProgress() {
        this(null, null, null, null, null);
    }

    @Inject
    SaveProgress(ProgressRights rights, ProgressEntries entries, ProgressForms forms, Once once, Clock clock) {
        this.rights = rights;
        this.entries = entries;
        this.forms = forms;
        this.once = once;
        this.clock = clock;
    }

    /** What was asked for, as the idempotency key remembers it. */
    record Request(UUID indicatorId, ProgressInput input, Long version) {
    }

    /**
     * Makes the entry of the current period, or changes it.
     *
     * @param version version the change was made against; null for a first entry
     * @param key     the caller's idempotency key, null for none
     * @throws ProblemException NOT_FOUND for somebody else's indicator, PERIOD_NOT_OPEN, VERSION_STALE, INVALID_INPUT
     */
    public ProgressView forIndicator(UUID indicatorId, ProgressInput input, Long version, String key, Locale locale) {
        return once.perform(key, new Request(indicatorId, input, version), ProgressView.class,
                () -> save(rights.ownForChange(indicatorId), input, version, locale));
    }

    /** The same for an entry that exists. */
    public ProgressView forEntry(UUID entryId, ProgressInput input, long version, String key, Locale locale) {
        return forIndicator(entries.get(entryId).individualIndicatorId(), input, version, key, locale);
    }

    private ProgressView save(ProgressRights.Own own, ProgressInput input, Long version, Locale locale) {
        Form form = forms.of(own.plan()).orElse(null);
        if (form != null && input.formAnswers() != null) {
            forms.check(form, input.formAnswers(), locale);
        }
        ProgressEntry entry = entry(own, version);
        Instant now = clock.instant();
        entry.record(input.value(), input.note(), form == null ? null : form.id(), form == null ? null : input.formAnswers(), now);
        entries.flush();
        return entry.view(entries.evidenceOf(List.of(entry)));
    }

    private ProgressEntry entry(ProgressRights.Own own, Long version) {
        Optional<ProgressEntry> existing =
                entries.ofIndicator(own.indicator().indicatorId(), own.period().periodId());
        if (existing.isPresent()) {
            // Somebody who believes to be first has not seen what is there: same answer as a stale version.
            if (version == null) {
                throw new ProblemException(Problem.VERSION_STALE);
            }
            existing.get().requireVersion(version);
            return existing.get();
        }
        var made = new ProgressEntry(Ids.next(clock.millis()), own.plan().skpId(), own.period().periodId(),
                own.indicator().indicatorId());
        entries.add(made);
        return made;
    }
}
