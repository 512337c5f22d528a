package id.capaian.extension.boundary;

import id.capaian.extension.ParameterForm;
import id.capaian.extension.control.DisablePack;
import id.capaian.extension.control.EnablePack;
import id.capaian.extension.control.ForeseeDisabling;
import id.capaian.extension.control.RollBackPack;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.page.Visit;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Where the regional admin sees packs, tries them, enables, rolls back and disables them. */
@Path("/{tenant}/paket")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class PackPages {

    private final PackViews views;
    private final PackDetails details;
    private final PackScreen screen;
    private final BindingViews bindingViews;
    private final PackWords words;
    private final EnablePack enablePack;
    private final RollBackPack rollBackPack;
    private final ForeseeDisabling foreseeDisabling;
    private final DisablePack disablePack;
    private final Pages pages;
    private final Visit visit;

    PackPages() {
        this(null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    PackPages(PackViews views, PackDetails details, PackScreen screen, BindingViews bindingViews, PackWords words,
            EnablePack enablePack, RollBackPack rollBackPack, ForeseeDisabling foreseeDisabling,
            DisablePack disablePack, Pages pages, Visit visit) {
        this.views = views;
        this.details = details;
        this.screen = screen;
        this.bindingViews = bindingViews;
        this.words = words;
        this.enablePack = enablePack;
        this.rollBackPack = rollBackPack;
        this.foreseeDisabling = foreseeDisabling;
        this.disablePack = disablePack;
        this.pages = pages;
        this.visit = visit;
    }

    @GET
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response show() {
        return pages.page("extension/packs", views.page());
    }

    /** The part of the page that changes while nodes load a pack. */
    @GET
    @Path("/keadaan")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response states() {
        return pages.page("extension/states", views.page());
    }

    /** One version closely; an address may bring the fields of its form. */
    @GET
    @Path("/{pack}/{version}")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response detail(@PathParam("pack") String packId, @PathParam("version") String version,
            @Context UriInfo address) {
        return screen.show(details.find(packId, version, pages.shell()), address.getQueryParameters());
    }

    /** Enables with what the form says, or, when that was asked for, leads to the trial with it. */
    @POST
    @Path("/{pack}/{version}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response enable(@PathParam("pack") String packId, @PathParam("version") String version,
            MultivaluedMap<String, String> sent) {
        PackDetails.Found found = details.find(packId, version, pages.shell());
        if (found.descriptor() == null) {
            return screen.again(found, sent, List.of(notReady()));
        }
        ParameterForm form = screen.form(found).orElseThrow();
        String own = form.own(sent);
        // Enter in a field presses no button by name: it only tries.
        if (!"enable".equals(sent.getFirst("act"))) {
            return tried(found, form, own, sent);
        }
        List<FieldProblem> problems = new ArrayList<>();
        LocalDate from = date(sent, "from", problems);
        UUID unit = unit(sent, problems);
        if (!problems.isEmpty()) {
            problems.addAll(ParameterForm.placed(ParameterForm.problems(found.descriptor(), own, locale())));
            return screen.again(found, sent, problems);
        }
        try {
            EnablePack.Made made = words.speak(() -> enablePack.enable(
                    new EnablePack.Wish(packId, version, own, from, unit), sent.getFirst("key"), locale()));
            return pages.seeOther(pages.here("/paket"), "extension.enabled." + made.effect());
        } catch (ProblemException e) {
            return screen.again(found, sent, refused(e));
        }
    }

    private Response tried(PackDetails.Found found, ParameterForm form, String own,
            MultivaluedMap<String, String> sent) {
        List<FieldProblem> problems = new ArrayList<>();
        UUID unit = unit(sent, problems);
        problems.addAll(ParameterForm.placed(ParameterForm.problems(found.descriptor(), own, locale())));
        if (!problems.isEmpty()) {
            return screen.again(found, sent, problems);
        }
        PackView pack = found.view().pack();
        return pages.seeOther(pages.here("/paket/" + pack.packId() + "/" + pack.version() + "/simulasi?unit="
                + (unit == null ? "" : unit) + "&" + form.query(own)), null);
    }

    /** What would happen, before it does. */
    @GET
    @Path("/{binding}/nonaktifkan")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response foresee(@PathParam("binding") UUID bindingId) {
        return pages.page("extension/disable", bindingViews.of(foreseeDisabling.foresee(bindingId)));
    }

    @POST
    @Path("/{binding}/nonaktifkan")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response disable(@PathParam("binding") UUID bindingId) {
        disablePack.disable(bindingId);
        return pages.seeOther(pages.here("/paket"), "extension.disabled");
    }

    @POST
    @Path("/{binding}/kembali")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response rollBack(@PathParam("binding") UUID bindingId, MultivaluedMap<String, String> sent) {
        List<FieldProblem> problems = new ArrayList<>();
        LocalDate from = sent.getFirst("rollback") == null ? null : date(sent, "rollback", problems);
        try {
            if (problems.isEmpty()) {
                EnablePack.Made made = words.speak(() -> rollBackPack.rollBack(
                        new RollBackPack.Wish(bindingId, from), sent.getFirst("key"), locale()));
                return pages.seeOther(pages.here("/paket"), made.effect() == EnablePack.Effect.LATER
                        ? "extension.rolled-back.LATER" : "extension.rolled-back");
            }
        } catch (ProblemException e) {
            if (e.problem() != Problem.INVALID_INPUT && e.problem() != Problem.PACK_NOT_READY) {
                throw e;
            }
            e.fields().forEach(field -> problems.add(new FieldProblem("rollback", field.detail())));
            if (e.fields().isEmpty()) {
                problems.add(new FieldProblem("rollback", pages.text("extension.not-ready")));
            }
        }
        BindingView binding = views.bindings().stream().filter(one -> one.bindingId().equals(bindingId)).findFirst()
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        return screen.again(binding, sent, problems);
    }

    /** Fields as the page calls them. */
    private List<FieldProblem> refused(ProblemException refusal) {
        if (refusal.problem() == Problem.PACK_NOT_READY) {
            return List.of(notReady());
        }
        if (refusal.problem() != Problem.INVALID_INPUT) {
            throw refusal;
        }
        return refusal.fields().stream().map(field -> new FieldProblem(field.field().equals("orgUnitId") ? "unit"
                : field.field().replaceFirst("^parameters/", "form.").replaceFirst("^parameters$", "form"),
                field.detail())).toList();
    }

    private FieldProblem notReady() {
        return new FieldProblem("from", pages.text("extension.not-ready"));
    }

    private LocalDate date(MultivaluedMap<String, String> sent, String field, List<FieldProblem> problems) {
        try {
            return LocalDate.parse(sent.getFirst(field) == null ? "" : sent.getFirst(field).strip());
        } catch (DateTimeParseException e) {
            problems.add(new FieldProblem(field, pages.text("extension.from.wrong")));
            return null;
        }
    }

    private UUID unit(MultivaluedMap<String, String> sent, List<FieldProblem> problems) {
        String unit = sent.getFirst("unit");
        try {
            return unit == null || unit.isBlank() ? null : UUID.fromString(unit.strip());
        } catch (IllegalArgumentException e) {
            problems.add(new FieldProblem("unit", pages.text("extension.unit.unknown")));
            return null;
        }
    }

    private Locale locale() {
        return visit.language().locale();
    }
}
