package id.capaian.extension.control;

import id.capaian.extension.host.PluginHost;
import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.LongWork;
import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Enables again, from a day on, the version that was used before the one in force, with the parameters it had; or, when
 * the newest version fails, the one that is used in its place.
 */
@LongWork
@TenantUseCase
public class RollBackPack {

    private final PacksSql packs;
    private final Offers offers;
    private final PluginHost host;
    private final Today today;
    private final Once once;

    RollBackPack() {
        this(null, null, null, null, null);
    }

    @Inject
    RollBackPack(PacksSql packs, Offers offers, PluginHost host, Today today, Once once) {
        this.packs = packs;
        this.offers = offers;
        this.host = host;
        this.today = today;
        this.once = once;
    }

    /**
     * What is asked for.
     *
     * @param bindingId     the binding in force, or the newest one whose pack fails
     * @param effectiveFrom first day of the version before; null for today
     */
    public record Wish(UUID bindingId, LocalDate effectiveFrom) {
    }

    /**
     * Rolls back.
     *
     * @param key idempotency key or null
     * @return the binding made
     * @throws ProblemException {@link Problem#NOT_FOUND} when the tenant has no such binding,
     *                          {@link Problem#NO_VERSION_BEFORE} when it is neither, or nothing was before it,
     *                          {@link Problem#INVALID_INPUT} for a day before it began, and those of enabling
     */
    public EnablePack.Made rollBack(Wish wish, String key, Locale locale) {
        return once.perform(key, wish, EnablePack.Made.class, () -> rollBack(wish, locale));
    }

    private EnablePack.Made rollBack(Wish wish, Locale locale) {
        InForce bindings = new InForce(packs.bindings(), today.date(), host::isActive);
        OwnBinding now = bindings.bindings().stream().filter(one -> one.bindingId().equals(wish.bindingId()))
                .findFirst().orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        OwnBinding before = bindings.before(now)
                .orElseThrow(() -> new ProblemException(Problem.NO_VERSION_BEFORE));
        LocalDate from = wish.effectiveFrom() == null ? today.date() : wish.effectiveFrom();
        if (from.isBefore(now.effectiveFrom())) {
            throw ProblemException.ofFields(Problem.INVALID_INPUT,
                    List.of(new FieldProblem("effectiveFrom", "extension.rollback.too-early")));
        }
        return offers.enable(new EnablePack.Wish(before.packId(), before.version(), before.parameters(), from,
                before.orgUnitId()), locale);
    }
}
