package id.capaian.registry.control;

import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.problem.TextKey;
import id.capaian.kernel.tenancy.SystemUseCase;
import id.capaian.registry.entity.OrderKind;
import id.capaian.registry.entity.Standing;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes down what an operator wants of a tenant. The server has no right to do it; the admin module's reconciler does.
 * Asked again with the same id, an order is answered as it stands, and there is no second one.
 */
@SystemUseCase
public class OrderTenant {

    private final OrdersSql orders;
    private final GovernmentsSql governments;
    private final OpeningCheck check;
    private final Clock clock;

    OrderTenant() {
        this(null, null, null, null);
    }

    @Inject
    OrderTenant(OrdersSql orders, GovernmentsSql governments, OpeningCheck check, Clock clock) {
        this.orders = orders;
        this.governments = governments;
        this.check = check;
        this.clock = clock;
    }

    /**
     * Wants a government opened.
     *
     * @throws ProblemException INVALID_INPUT with every field that is wrong; IDEMPOTENCY_KEY_REUSED when the id is that
     *                          of another wish
     */
    public TenantOrder open(UUID orderId, Opening opening) {
        orders.oneAtATime(opening.governmentCode());
        Optional<TenantOrder> before = before(orderId, OrderKind.OPEN, opening.code());
        if (before.isPresent()) {
            if (!orders.governmentOf(orderId).equals(Optional.of(opening.governmentCode()))) {
                throw new ProblemException(Problem.IDEMPOTENCY_KEY_REUSED);
            }
            return before.get();
        }
        Optional<Government> government = governments.find(opening.governmentCode(), LocalDate.now(clock));
        List<FieldProblem> wrong = check.wrong(opening, government, standing(opening.code()), governments.packs());
        if (!wrong.isEmpty()) {
            throw ProblemException.ofFields(Problem.INVALID_INPUT, wrong);
        }
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of(government.get().timeZone())));
        WantedTenant wanted = WantedTenant.of(opening, government.get(), today, governments.holidays(today.getYear()));
        return written(orderId, opening.code(), OrderKind.OPEN, wanted.json());
    }

    /**
     * Wants anything else.
     *
     * @param confirmation the tenant's code, typed again; looked at where the kind asks for it
     * @throws ProblemException NOT_FOUND for a tenant there is not; INVALID_INPUT naming {@code confirmation};
     *                          TENANT_ORDER_REFUSED with the reason; IDEMPOTENCY_KEY_REUSED
     */
    public TenantOrder ask(UUID orderId, OrderKind kind, String tenant, String confirmation) {
        Optional<TenantOrder> before = before(orderId, kind, tenant);
        if (before.isPresent()) {
            return before.get();
        }
        Standing standing = standing(tenant);
        if (standing == Standing.NONE) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        if (orders.isUnderWay(tenant)) {
            throw refused("under-way");
        }
        String refusal = kind.refusal(standing);
        if (refusal != null) {
            throw refused(refusal);
        }
        if (kind.needsConfirmation() && !tenant.equals(confirmation)) {
            throw check.confirmation(tenant);
        }
        return written(orderId, tenant, kind, null);
    }

    /**
     * Wants a failed order tried again.
     *
     * @throws ProblemException NOT_FOUND; TENANT_ORDER_REFUSED when it has not failed, or another of it is under way
     */
    public TenantOrder retry(UUID orderId) {
        TenantOrder order = orders.find(orderId).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        Optional<String> government = orders.governmentOf(orderId);
        government.ifPresent(orders::oneAtATime);
        if (orders.isUnderWay(order.tenant()) || government.filter(orders::isBeingOpened).isPresent()) {
            throw refused("under-way");
        }
        boolean isLast = orders.newest(order.tenant(), null, 1).get(0).orderId().equals(orderId);
        if (!isLast || !orders.retry(orderId)) {
            throw refused("not-failed");
        }
        return orders.find(orderId).orElseThrow();
    }

    private Optional<TenantOrder> before(UUID orderId, OrderKind kind, String tenant) {
        Optional<TenantOrder> before = orders.find(orderId);
        if (before.filter(order -> order.kind() != kind || !order.tenant().equals(tenant)).isPresent()) {
            throw new ProblemException(Problem.IDEMPOTENCY_KEY_REUSED);
        }
        return before;
    }

    private Standing standing(String code) {
        return OpeningCheck.CODE.matcher(code).matches() ? orders.standing(code) : Standing.NONE;
    }

    private TenantOrder written(UUID orderId, String tenant, OrderKind kind, String wanted) {
        orders.order(orderId, tenant, kind, wanted, clock.instant());
        return orders.find(orderId).orElseThrow();
    }

    private static ProblemException refused(String why) {
        return ProblemException.of(Problem.TENANT_ORDER_REFUSED, new TextKey("operator.refused." + why));
    }
}
