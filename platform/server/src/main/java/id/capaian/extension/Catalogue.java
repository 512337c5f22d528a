package id.capaian.extension;

import id.capaian.extension.host.PackKey;
import id.capaian.extension.host.PackRefused;
import id.capaian.extension.host.PluginHost;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.problem.TextKey;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.plugin.api.Indicator;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The packs a tenant works with, as this node knows them at most about a second late. Costs no database access. */
@ApplicationScoped
public class Catalogue {

    private final PluginHost host;
    private final Caller caller;

    Catalogue() {
        this(null, null);
    }

    @Inject
    public Catalogue(PluginHost host, Caller caller) {
        this.host = host;
        this.caller = caller;
    }

    /**
     * The binding that holds for a unit on a day: the unit's own before the tenant's.
     *
     * @param orgUnitId the unit, or null for the tenant as a whole
     * @return empty when no pack is enabled; rating by hand needs none
     */
    public Optional<Binding> bindingOf(TenantCode tenant, UUID orgUnitId, LocalDate on) {
        return bindingOf(tenant, orgUnitId == null ? List.of() : List.of(orgUnitId), on);
    }

    /**
     * The binding that holds for a unit on a day: the nearest unit's before those above it, the tenant's last. Of
     * several of one unit the newest counts, but one whose pack this node refuses stands back behind the one before it.
     *
     * @param orgUnitIds the unit and those above it, from the inside out
     */
    public Optional<Binding> bindingOf(TenantCode tenant, List<UUID> orgUnitIds, LocalDate on) {
        List<Binding> begun = host.bindingsOf(tenant).stream()
                .filter(binding -> !binding.effectiveFrom().isAfter(on))
                .sorted(Comparator.comparing(Binding::effectiveFrom).thenComparing(Binding::bindingId).reversed())
                .toList();
        return Stream.concat(orgUnitIds.stream(), Stream.of((UUID) null))
                .map(unit -> best(begun, unit)).flatMap(Optional::stream).findFirst();
    }

    private Optional<Binding> best(List<Binding> newestFirst, UUID unit) {
        List<Binding> ofUnit = newestFirst.stream().filter(binding -> Objects.equals(binding.orgUnitId(), unit))
                .toList();
        return ofUnit.stream().filter(binding -> isGood(key(binding))).findFirst()
                .or(() -> ofUnit.stream().findFirst());
    }

    /** Whether it calculates here, or could: it was replaced and is not loaded for nothing. */
    private boolean isGood(PackKey pack) {
        return host.isActive(pack) || host.isResting(pack);
    }

    /** What a pack offers; empty when this node has not verified it. */
    public Optional<PackDescriptor> descriptor(String packId, String version) {
        return host.verified(new PackKey(packId, version)).map(pack -> pack.descriptor());
    }

    /** How far a pack has come on this node; empty when it has not looked at it yet. */
    public Optional<PackCondition> condition(String packId, String version) {
        return host.report(new PackKey(packId, version)).map(report -> report.condition());
    }

    /**
     * Whether this node, since its start, has tried every pack that is enabled; each is active then, or was refused.
     */
    public boolean isSettled() {
        return host.hasSettled();
    }

    private boolean isBound(TenantCode tenant, PackKey pack) {
        return host.bindingsOf(tenant).stream().anyMatch(binding -> key(binding).equals(pack));
    }

    /**
     * Takes a pack for calculating for the caller's tenant; close it afterwards. One the tenant has enabled and
     * replaced since, which still holds for days gone by, is loaded for this lease alone. Not to be called inside a use
     * case.
     *
     * @throws ProblemException {@link Problem#PACK_NOT_READY} when it cannot calculate on this node now
     */
    public Lease lease(String packId, String version) {
        PackKey pack = new PackKey(packId, version);
        return host.lease(pack, caller.tenant()).or(() -> replaced(pack))
                .orElseThrow(() -> ProblemException.of(Problem.PACK_NOT_READY, packId, version));
    }

    private Optional<Lease> replaced(PackKey pack) {
        try {
            return isBound(caller.tenant(), pack) && host.isResting(pack) ? host.leaseOfKept(pack, caller.tenant()) : Optional.empty();
        } catch (PackRefused | PackFault e) {
            return Optional.empty();
        }
    }

    /**
     * Takes a pack for computing an old score of the caller's tenant again; it needs not be enabled any more. Close it
     * afterwards. Not to be called inside a use case.
     *
     * @throws ProblemException {@link Problem#PACK_NOT_READY} when it is too busy at this moment;
     *                          {@link Problem#PACK_REFUSED} with the reason when it does not pass today's checks;
     *                          {@link Problem#PACK_NOT_OFFERED} when there never was such a pack
     */
    public Lease leaseOfKept(String packId, String version) {
        try {
            return host.leaseOfKept(new PackKey(packId, version), caller.tenant())
                    .orElseThrow(() -> new ProblemException(Problem.PACK_NOT_OFFERED));
        } catch (PackRefused e) {
            throw ProblemException.of(Problem.PACK_REFUSED, packId, version,
                    new TextKey("extension.refusal." + e.refusal()));
        } catch (PackFault busy) {
            throw ProblemException.of(Problem.PACK_NOT_READY, packId, version);
        }
    }

    /** Whether any pack a tenant has enabled, now or from a later day, has a formula about such subjects. */
    public boolean speaksAbout(TenantCode tenant, Subject subject) {
        return host.bindingsOf(tenant).stream().map(binding -> descriptor(binding.packId(), binding.version()))
                .flatMap(Optional::stream).flatMap(pack -> pack.formulas().stream())
                .anyMatch(formula -> formula.subject() == subject);
    }

    /**
     * Every indicator of the packs a tenant has enabled, now or from a later day; one of several versions comes several
     * times. Packs this node refuses are left out.
     *
     * @throws ProblemException {@link Problem#PACK_NOT_READY} while this node has not looked at one of them
     */
    public List<Indicator> indicatorsOf(TenantCode tenant) {
        return host.bindingsOf(tenant).stream().map(this::knownOrRefused).flatMap(Optional::stream)
                .flatMap(pack -> pack.indicators().stream()).toList();
    }

    private Optional<PackDescriptor> knownOrRefused(Binding binding) {
        Optional<PackDescriptor> pack = descriptor(binding.packId(), binding.version());
        boolean refused = condition(binding.packId(), binding.version()).filter(PackCondition.FAILED::equals)
                .isPresent();
        if (pack.isEmpty() && !refused) {
            throw ProblemException.of(Problem.PACK_NOT_READY, binding.packId(), binding.version());
        }
        return pack;
    }

    private static PackKey key(Binding binding) {
        return new PackKey(binding.packId(), binding.version());
    }
}
