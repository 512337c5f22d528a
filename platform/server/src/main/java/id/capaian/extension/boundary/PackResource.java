package id.capaian.extension.boundary;

import id.capaian.extension.control.DisablePack;
import id.capaian.extension.control.EnablePack;
import id.capaian.extension.control.ForeseeDisabling;
import id.capaian.extension.control.RollBackPack;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.json.Json;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.page.Visit;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Packs for machines: the same as the page. */
@Path("/api/{tenant}")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class PackResource {

    private final PackViews views;
    private final PackDetails details;
    private final BindingViews bindingViews;
    private final PackWords words;
    private final EnablePack enablePack;
    private final RollBackPack rollBackPack;
    private final ForeseeDisabling foreseeDisabling;
    private final DisablePack disablePack;
    private final Caller caller;
    private final Visit visit;
    private final Pages pages;

    PackResource() {
        this(null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    PackResource(PackViews views, PackDetails details, BindingViews bindingViews, PackWords words,
            EnablePack enablePack, RollBackPack rollBackPack, ForeseeDisabling foreseeDisabling,
            DisablePack disablePack, Caller caller, Visit visit, Pages pages) {
        this.views = views;
        this.details = details;
        this.bindingViews = bindingViews;
        this.words = words;
        this.enablePack = enablePack;
        this.rollBackPack = rollBackPack;
        this.foreseeDisabling = foreseeDisabling;
        this.disablePack = disablePack;
        this.caller = caller;
        this.visit = visit;
        this.pages = pages;
    }

    @GET
    @Path("/packs")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "The packs offered to the region, with their state on every node")
    public List<PackView> packs() {
        return views.packs();
    }

    @GET
    @Path("/packs/{pack}/{version}")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "One version closely: what changed, what it reads, whether it fits, who signed it")
    public PackDetailView pack(@PathParam("pack") String packId, @PathParam("version") String version) {
        return details.find(packId, version, pages.shell()).view();
    }

    @GET
    @Path("/pack-bindings")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "Which packs are enabled, where and from when")
    public List<BindingView> bindings() {
        return views.bindings();
    }

    @POST
    @Path("/pack-bindings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "Enables a pack for the region or a unit from a day on")
    @APIResponseSchema(value = EnablePack.Made.class, responseCode = "201")
    public Response enable(@HeaderParam("Idempotency-Key") String key, @NotNull BindingInput input) {
        if (key == null) {
            throw new ProblemException(Problem.IDEMPOTENCY_KEY_NEEDED);
        }
        return made(words.speak(() -> enablePack.enable(wish(input), key, visit.language().locale())));
    }

    @POST
    @Path("/pack-bindings/{binding}/rollback")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "Enables again the version that was used before the one in force, with its parameters")
    @APIResponseSchema(value = EnablePack.Made.class, responseCode = "201")
    public Response rollBack(@PathParam("binding") UUID bindingId, @HeaderParam("Idempotency-Key") String key,
            @NotNull RollbackInput input) {
        if (key == null) {
            throw new ProblemException(Problem.IDEMPOTENCY_KEY_NEEDED);
        }
        return made(words.speak(() -> rollBackPack.rollBack(
                new RollBackPack.Wish(bindingId, input.effectiveFrom()), key, visit.language().locale())));
    }

    private Response made(EnablePack.Made made) {
        return Response.created(URI.create("/api/" + caller.tenant() + "/pack-bindings/" + made.bindingId()))
                .entity(made).build();
    }

    @GET
    @Path("/pack-bindings/{binding}/disabling")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "What would happen, and to how many, were a pack disabled")
    public DisablingView disabling(@PathParam("binding") UUID bindingId) {
        return bindingViews.of(foreseeDisabling.foresee(bindingId));
    }

    @DELETE
    @Path("/pack-bindings/{binding}")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "Disables a pack")
    public void disable(@PathParam("binding") UUID bindingId) {
        disablePack.disable(bindingId);
    }

    private EnablePack.Wish wish(BindingInput input) {
        List<FieldProblem> missing = new ArrayList<>();
        require(missing, "packId", input.packId());
        require(missing, "version", input.version());
        require(missing, "effectiveFrom", input.effectiveFrom());
        if (!missing.isEmpty()) {
            throw ProblemException.ofFields(Problem.INVALID_INPUT, missing);
        }
        return new EnablePack.Wish(input.packId(), input.version(),
                Json.write(input.parameters() == null ? Map.of() : input.parameters()), input.effectiveFrom(),
                input.orgUnitId());
    }

    private void require(List<FieldProblem> missing, String field, Object value) {
        if (value == null) {
            missing.add(new FieldProblem(field, pages.text("extension.missing")));
        }
    }
}
