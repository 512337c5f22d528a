package id.capaian.extension.control;

import id.capaian.extension.PackCondition;
import id.capaian.extension.host.PackKey;
import id.capaian.extension.host.PluginHost;
import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.engine.FieldError;
import id.capaian.plugin.engine.PackParameters;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Binds a version of a pack to the tenant, or to a unit and what is below it, from a day on. Only what this node has checked
 * is enabled: a pack that fails its checks never takes the place of one that works.
 */
@TenantUseCase
public class EnablePack {

    private final PacksSql packs;
    private final PluginHost host;
    private final Once once;

    EnablePack() {
        this(null, null, null);
    }

    @Inject
    EnablePack(PacksSql packs, PluginHost host, Once once) {
        this.packs = packs;
        this.host = host;
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

    /** The binding made, or the equal one there was. */
    public record Made(UUID bindingId) {
    }

    /**
     * Enables.
     *
     * @param key idempotency key or null
     * @throws ProblemException {@link Problem#PACK_NOT_OFFERED}, {@link Problem#PACK_NOT_READY}, or
     *                          {@link Problem#INVALID_INPUT} for parameters the pack refuses
     */
    public Made enable(Wish wish, String key, Locale locale) {
        return once.perform(key, wish, Made.class, () -> enable(wish, locale));
    }

    /** Judged once only: what was answered to a key is not taken back because a pack has changed since. */
    private Made enable(Wish wish, Locale locale) {
        requireOffered(wish);
        requireGoodParameters(wish, verified(wish), locale);
        return new Made(packs.enable(wish.packId(), wish.version(), wish.parameters(), wish.effectiveFrom(),
                wish.orgUnitId()));
    }

    private void requireOffered(Wish wish) {
        if (packs.offered().stream().noneMatch(
                pack -> pack.packId().equals(wish.packId()) && pack.version().equals(wish.version()))) {
            throw new ProblemException(Problem.PACK_NOT_OFFERED);
        }
    }

    private PackDescriptor verified(Wish wish) {
        PackKey pack = new PackKey(wish.packId(), wish.version());
        boolean refused = host.report(pack).filter(report -> report.condition() == PackCondition.FAILED).isPresent();
        return host.verified(pack).filter(verified -> !refused)
                .orElseThrow(() -> ProblemException.of(Problem.PACK_NOT_READY, wish.packId(), wish.version())).descriptor();
    }

    private static void requireGoodParameters(Wish wish, PackDescriptor pack, Locale locale) {
        List<FieldError> errors = PackParameters.errors(pack, wish.parameters(), locale);
        if (!errors.isEmpty()) {
            throw ProblemException.ofFields(Problem.INVALID_INPUT, errors.stream()
                    .map(error -> new FieldProblem("parameters" + error.pointer(), error.message())).toList());
        }
    }
}
