package id.capaian.registry.boundary;

import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.problem.TextKey;
import id.capaian.registry.control.Government;
import id.capaian.registry.control.OrderTenant;
import id.capaian.registry.control.ReadGovernments;
import id.capaian.registry.control.ReadOrders;
import id.capaian.registry.control.TenantCase;
import id.capaian.registry.entity.OrderKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Where an operator opens governments, follows what becomes of them, and suspends, resumes, exports and drops them. */
@Path("/operator/pemerintah")
@ApplicationScoped
public class GovernmentPages {

    private static final String OPENING = "registry/opening";
    private static final String PAGE = "registry/government";
    private static final String PROGRESS = "registry/orderprogress";

    private final OrderTenant orderTenant;
    private final ReadOrders readOrders;
    private final ReadGovernments readGovernments;
    private final Pages pages;
    private final Clock clock;

    GovernmentPages() {
        this(null, null, null, null, null);
    }

    @Inject
    GovernmentPages(OrderTenant orderTenant, ReadOrders readOrders, ReadGovernments readGovernments, Pages pages,
            Clock clock) {
        this.orderTenant = orderTenant;
        this.readOrders = readOrders;
        this.readGovernments = readGovernments;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * The form, filled in as far as a government is known.
     *
     * @param words code or name to look for
     * @param code  the one chosen from what was found
     */
    @GET
    @Path("/baru")
    @RolesAllowed(Roles.OPERATOR)
    public Response opening(@QueryParam("q") String words, @QueryParam("kode") String code) {
        String plain = OpeningForm.governmentCode(words);
        List<Government> found = readGovernments.search(plain);
        Government only = found.size() == 1 ? found.get(0) : null;
        Government chosen = code == null ? only : readGovernments.find(code).orElse(null);
        OpeningForm form = OpeningForm.empty(newKey());
        return pages.page(OPENING, new OpeningView(plain, found, chosen, readGovernments.packs(),
                chosen == null ? form : form.filledBy(chosen), FieldErrors.NONE));
    }

    @POST
    @Path("/baru")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OPERATOR)
    public Response open(@FormParam("governmentCode") String governmentCode, @FormParam("code") String code,
            @FormParam("adminUsername") String username, @FormParam("adminName") String name,
            @FormParam("adminEmail") String email, @FormParam("pack") List<String> packs, @FormParam("key") UUID key) {
        OpeningForm form = new OpeningForm(OpeningForm.governmentCode(governmentCode), OpeningForm.text(code),
                OpeningForm.username(username), OpeningForm.text(name), OpeningForm.text(email),
                packs.stream().map(OpeningForm::text).toList(), key == null ? newKey() : key.toString());
        Government government = readGovernments.find(form.governmentCode()).orElse(null);
        OpeningForm filled = government == null ? form : form.filledBy(government);
        try {
            orderTenant.open(UUID.fromString(filled.key()), filled.opening());
        } catch (ProblemException e) {
            return again(filled, government, e);
        }
        return pages.seeOther(page(filled.code()), null);
    }

    private Response again(OpeningForm form, Government government, ProblemException problem) {
        return switch (problem.problem()) {
            case INVALID_INPUT -> again(form, government, new FieldErrors(problem.fields()));
            case IDEMPOTENCY_KEY_REUSED -> again(form.sentAnew(newKey()), government, new FieldErrors(List.of(
                    new FieldProblem("governmentCode", pages.text("operator.opening.sent-before")))));
            default -> throw problem;
        };
    }

    private Response again(OpeningForm form, Government government, FieldErrors errors) {
        return pages.again(OPENING, new OpeningView("", List.of(), government, readGovernments.packs(), form, errors));
    }

    @GET
    @Path("/{code}")
    @RolesAllowed(Roles.OPERATOR)
    public Response show(@PathParam("code") String code) {
        return pages.page(PAGE, view(readOrders.of(code), null, FieldErrors.NONE));
    }

    /** The moving part of that page. */
    @GET
    @Path("/{code}/kemajuan")
    @RolesAllowed(Roles.OPERATOR)
    public Response progress(@PathParam("code") String code) {
        return pages.page(PROGRESS, view(readOrders.of(code), null, FieldErrors.NONE));
    }

    @POST
    @Path("/{code}/perintah")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OPERATOR)
    public Response order(@PathParam("code") String code, @FormParam("kind") OrderKind kind,
            @FormParam("confirmation") String confirmation, @FormParam("key") UUID key) {
        if (kind == null || kind == OrderKind.OPEN || key == null) {
            throw new ProblemException(Problem.BAD_REQUEST);
        }
        try {
            orderTenant.ask(key, kind, code, OpeningForm.text(confirmation));
        } catch (ProblemException e) {
            return again(code, kind, e);
        }
        return pages.seeOther(page(code), null);
    }

    @POST
    @Path("/{code}/perintah/{order}/ulang")
    @RolesAllowed(Roles.OPERATOR)
    public Response retry(@PathParam("code") String code, @PathParam("order") UUID orderId) {
        try {
            orderTenant.retry(orderId);
        } catch (ProblemException e) {
            return again(code, null, e);
        }
        return pages.seeOther(page(code), null);
    }

    private Response again(String code, OrderKind kind, ProblemException problem) {
        return switch (problem.problem()) {
            case INVALID_INPUT -> pages.again(PAGE, view(readOrders.of(code), kind, new FieldErrors(problem.fields())));
            case TENANT_ORDER_REFUSED -> pages.page(problem.problem().status(), PAGE,
                    view(readOrders.of(code), kind, new FieldErrors(List.of(
                            new FieldProblem("order", pages.text(((TextKey) problem.arguments().get(0)).key()))))));
            default -> throw problem;
        };
    }

    private GovernmentView view(TenantCase tenant, OrderKind kind, FieldErrors errors) {
        return new GovernmentView(tenant, newKey(), kind, errors);
    }

    private String page(String code) {
        return pages.here("/pemerintah/" + code);
    }

    private String newKey() {
        return Ids.next(clock.millis()).toString();
    }
}
