package id.capaian.access.boundary;

import id.capaian.access.control.GrantRole;
import id.capaian.access.control.ReadRoles;
import id.capaian.access.entity.GrantedRole;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Option;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Where the regional admin gives and takes roles. */
@Path("/{tenant}/peran")
@ApplicationScoped
public class RolePages {

    private static final String PAGE = "access/roles";
    /** Roles of a province's tenant are not given here. */
    private static final List<GrantedRole> OFFERED = List.of(GrantedRole.UNIT_HEAD, GrantedRole.UNIT_HR_ADMIN,
            GrantedRole.PERF_MANAGER, GrantedRole.REGION_HR_ADMIN);

    private final ReadRoles readRoles;
    private final GrantRole grantRole;
    private final Revocation revocation;
    private final Pages pages;
    private final Clock clock;

    RolePages() {
        this(null, null, null, null, null);
    }

    @Inject
    RolePages(ReadRoles readRoles, GrantRole grantRole, Revocation revocation, Pages pages, Clock clock) {
        this.readRoles = readRoles;
        this.grantRole = grantRole;
        this.revocation = revocation;
        this.pages = pages;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response show() {
        return pages.page(PAGE, view(new RoleForm("", "", "", Ids.next(clock.millis()).toString()), FieldErrors.NONE));
    }

    @POST
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response grant(@FormParam("role") String role, @FormParam("number") String number, @FormParam("unit") String unit,
            @FormParam("key") String key) {
        RoleForm form = new RoleForm(text(role), text(number), text(unit), text(key));
        Optional<FieldProblem> wrong = form.wrong(pages);
        if (wrong.isPresent()) {
            return again(form, wrong.get());
        }
        try {
            grantRole.grant(form.grantedRole(), form.number(), form.unitId(), form.key());
        } catch (ProblemException e) {
            return again(form, e);
        }
        return pages.seeOther(pages.here("/peran"), "access.roles.granted");
    }

    @POST
    @Path("/{grant}/cabut")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response revoke(@PathParam("grant") UUID roleGrantId, @FormParam("version") long version) {
        revocation.revoke(roleGrantId, version);
        return pages.seeOther(pages.here("/peran"), "access.roles.revoked");
    }

    /** What the reader can mend is said beside the form; the rest is no matter of the form. */
    private Response again(RoleForm form, ProblemException problem) {
        return switch (problem.problem()) {
            case NOT_FOUND -> again(form, new FieldProblem("number", pages.text("access.roles.unknown")));
            case CONFLICT -> again(form, new FieldProblem("number", pages.text("access.roles.held")));
            case IDEMPOTENCY_KEY_REUSED -> again(form.sentAnew(Ids.next(clock.millis()).toString()),
                    new FieldProblem("number", pages.text("access.roles.sent-before")));
            default -> throw problem;
        };
    }

    private Response again(RoleForm form, FieldProblem wrong) {
        return pages.again(PAGE, view(form, new FieldErrors(List.of(wrong))));
    }

    private RolesView view(RoleForm form, FieldErrors errors) {
        List<Option> units = readRoles.units().stream()
                .map(unit -> new Option(unit.orgUnitId().toString(), unit.name())).toList();
        List<Option> roles = Stream.of(GrantedRole.values()).filter(OFFERED::contains)
                .map(role -> new Option(role.name(), pages.text("access.role." + role.name()))).toList();
        return new RolesView(readRoles.all(), roles, units, form, errors);
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }
}
