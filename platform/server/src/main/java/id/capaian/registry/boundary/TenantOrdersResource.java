package id.capaian.registry.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.registry.control.OrderTenant;
import id.capaian.registry.control.ReadOrders;
import id.capaian.registry.control.TenantOrder;
import id.capaian.registry.entity.OrderKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What operators want of tenants, for machines. Answers carry nothing of the person who becomes the first admin. */
@Path("/api/operator/tenant-orders")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TenantOrdersResource {

    private static final String UUID_SHAPE = "(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final OrderTenant orderTenant;
    private final ReadOrders readOrders;
    private final Pages pages;

    TenantOrdersResource() {
        this(null, null, null);
    }

    @Inject
    TenantOrdersResource(OrderTenant orderTenant, ReadOrders readOrders, Pages pages) {
        this.orderTenant = orderTenant;
        this.readOrders = readOrders;
        this.pages = pages;
    }

    /** The key is a UUID and becomes the order's id, so that sending it twice is one order. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Wants a tenant opened, suspended, resumed, exported, dropped or taken back; the key is a UUID"
            + " and becomes the order's id")
    @APIResponseSchema(value = TenantOrder.class, responseCode = "202")
    public Response order(@NotNull @Valid OrderInput input, @HeaderParam(Once.HEADER) String key) {
        UUID orderId = orderId(key);
        TenantOrder order = input.kind() == OrderKind.OPEN ? orderTenant.open(orderId, input.opening())
                : orderTenant.ask(orderId, input.kind(), input.code(), input.confirmation());
        return Response.status(Response.Status.ACCEPTED).entity(order)
                .location(URI.create("/api/operator/tenant-orders/" + order.orderId())).build();
    }

    private UUID orderId(String key) {
        if (key == null) {
            throw new ProblemException(Problem.IDEMPOTENCY_KEY_NEEDED);
        }
        if (!key.matches(UUID_SHAPE)) {
            throw ProblemException.ofFields(Problem.INVALID_INPUT,
                    List.of(new FieldProblem(Once.HEADER, pages.text("operator.wrong.key"))));
        }
        return UUID.fromString(key);
    }

    /**
     * A hundred at a time, without steps.
     *
     * @param after the last order of the hundred before
     */
    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Orders of one tenant or of all, the newest first, a hundred at a time, without steps; the"
            + " next hundred `after` the last of these")
    public List<TenantOrder> all(@QueryParam("tenant") String tenant, @QueryParam("after") UUID after) {
        return readOrders.newest(tenant, after);
    }

    @GET
    @Path("/{order}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "An order and how far each of its steps is")
    public TenantOrder one(@PathParam("order") UUID orderId) {
        return readOrders.one(orderId);
    }

    @POST
    @Path("/{order}/retry")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Has a failed order tried again; it goes on where it stopped")
    public TenantOrder retry(@PathParam("order") UUID orderId) {
        return orderTenant.retry(orderId);
    }
}
