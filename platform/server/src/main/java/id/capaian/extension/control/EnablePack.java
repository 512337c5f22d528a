package id.capaian.extension.control;

import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.LongWork;
import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * Binds a version of a pack to the tenant, or to a unit and what is below it, from a day on. Only what this node has
 * checked is enabled: a pack that fails its checks never takes the place of one that works.
 */
@LongWork
@TenantUseCase
public class EnablePack {

    private final Offers offers;
    private final Once once;

    EnablePack() {
        this(null, null);
    }

    @Inject
    EnablePack(Offers offers, Once once) {
        this.offers = offers;
        this.once = once;
    }

    /**
     * What is asked for.
     *
     * @param parameters the tenant's own values as a flat JSON object; {@code {}} for the pack's defaults
     * @param orgUnitId  null for the whole tenant
     */
    public record Wish(String packId, String version, String parameters, LocalDate effectiveFrom, UUID orgUnitId) {
    }

    /**
     * The binding made, or the equal one there was.
     *
     * @param effect NOW when it holds from now on, LATER when its day is still to come, PAST when another that began
     *               after it goes on holding today, so that it counts only for periods that ended before that one began
     */
    public record Made(UUID bindingId, Effect effect) {
    }

    /** What enabling does to what holds today. */
    public enum Effect { NOW, LATER, PAST }

    /**
     * Enables. Judged once only: what was answered to a key is not taken back because a pack has changed since.
     *
     * @param key idempotency key or null
     * @throws ProblemException {@link Problem#PACK_NOT_OFFERED}, {@link Problem#PACK_NOT_READY}, or
     *                          {@link Problem#INVALID_INPUT} for parameters the pack refuses and a unit there is not
     */
    public Made enable(Wish wish, String key, Locale locale) {
        return once.perform(key, wish, Made.class, () -> offers.enable(wish, locale));
    }
}
