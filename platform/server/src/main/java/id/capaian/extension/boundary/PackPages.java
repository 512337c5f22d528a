package id.capaian.extension.boundary;

import id.capaian.extension.control.DisablePack;
import id.capaian.extension.control.EnablePack;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.page.Visit;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

/** Where the regional admin sees packs and enables them. */
@Path("/{tenant}/paket")
@ApplicationScoped
public class PackPages {

    private static final String PAGE = "extension/packs";
    private static final String NO_PARAMETERS = "{}";

    private final PackViews views;
    private final EnablePack enablePack;
    private final DisablePack disablePack;
    private final Pages pages;
    private final Visit visit;

    PackPages() {
        this(null, null, null, null, null);
    }

    @Inject
    PackPages(PackViews views, EnablePack enablePack, DisablePack disablePack, Pages pages, Visit visit) {
        this.views = views;
        this.enablePack = enablePack;
        this.disablePack = disablePack;
        this.pages = pages;
        this.visit = visit;
    }

    @GET
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response show() {
        return pages.page(PAGE, views.page(null, null, null, FieldErrors.NONE));
    }

    /** The part of the page that changes while nodes load a pack. */
    @GET
    @Path("/keadaan")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response states() {
        return pages.page("extension/states", views.page(null, null, null, FieldErrors.NONE));
    }

    @POST
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response enable(@FormParam("pack") String packId, @FormParam("packVersion") String version,
            @FormParam("from") String from, @FormParam("key") String key) {
        LocalDate effectiveFrom;
        try {
            effectiveFrom = LocalDate.parse(from == null ? "" : from);
        } catch (DateTimeParseException e) {
            return again(packId, version, from, key, "from", pages.text("extension.from.wrong"));
        }
        try {
            enablePack.enable(new EnablePack.Wish(packId, version, NO_PARAMETERS, effectiveFrom, null), key,
                    visit.language().locale());
        } catch (ProblemException e) {
            if (e.problem() != Problem.PACK_NOT_READY) {
                throw e;
            }
            return again(packId, version, from, key, "from", pages.text("extension.not-ready"));
        }
        return pages.seeOther(pages.here("/paket"), "extension.enabled");
    }

    @POST
    @Path("/{binding}/nonaktifkan")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response disable(@PathParam("binding") UUID bindingId) {
        disablePack.disable(bindingId);
        return pages.seeOther(pages.here("/paket"), "extension.disabled");
    }

    private Response again(String packId, String version, String from, String key, String field, String message) {
        return pages.again(PAGE, views.page(from, packId + "@" + version, key,
                new FieldErrors(List.of(new FieldProblem(field, message)))));
    }
}
