package id.capaian.access.boundary;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.page.Visit;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.keycloak.signon.Area;
import id.capaian.keycloak.signon.FormTokens;
import id.capaian.keycloak.signon.Kind;
import id.capaian.keycloak.signon.SignedOn;
import id.capaian.registry.Registry;
import id.capaian.registry.TenantView;
import id.capaian.registry.Tenants;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/**
 * Opens the area an address names to the caller sign-on found, or says why it stays closed. Sign-on reads the same
 * address first and lets nobody pass an area unsigned; this filter holds even if it did.
 */
@Provider
@ApplicationScoped
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class TenantFilter implements ContainerRequestFilter {

    private static final String API = "api";
    private static final String PUBLIC = "publik";

    private final Registry registry;
    private final Tenants tenants;
    private final SchemaRange schemas;
    private final FormTokens formTokens;
    private final Caller caller;
    private final Visit visit;
    private final HttpServletRequest http;

    TenantFilter() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    TenantFilter(Registry registry, Tenants tenants, SchemaRange schemas, FormTokens formTokens, Caller caller, Visit visit,
            HttpServletRequest http) {
        this.registry = registry;
        this.tenants = tenants;
        this.schemas = schemas;
        this.formTokens = formTokens;
        this.caller = caller;
        this.visit = visit;
        this.http = http;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath(false);
        int first = path.startsWith("/") ? 1 : 0;
        boolean api = word(path, first).equals(API);
        int second = api ? after(path, first) : first;
        String code = word(path, second);
        Optional<Area> area = api ? Area.ofApiWord(code) : Area.ofPageWord(code);
        if (area.isPresent()) {
            open(area.get(), word(path, after(path, second)).equals(PUBLIC));
            SignedOn.of(http).filter(who -> caller.isSignedOn())
                    .ifPresent(who -> request.setSecurityContext(new SignedOnContext(who, http.isSecure())));
        }
    }

    /** The word that begins there; empty behind the end. By hand, because every request comes by here. */
    private static String word(String path, int from) {
        if (from >= path.length()) {
            return "";
        }
        int slash = path.indexOf('/', from);
        return slash < 0 ? path.substring(from) : path.substring(from, slash);
    }

    /** Where the word after the one that begins there begins. */
    private static int after(String path, int from) {
        return from + word(path, from).length() + 1;
    }

    private void open(Area area, boolean isPublic) {
        if (area.tenant() == null) {
            visit.inArea("/" + area.code(), null, null);
            signOn(area, null);
            return;
        }
        TenantCode code = new TenantCode(area.tenant());
        TenantView tenant = served(code);
        visit.inArea("/" + code, tenant.name(), tenant.timeZone());
        if (isPublic) {
            caller.actingFor(code, "visitor");
        } else {
            signOn(area, code);
        }
    }

    private TenantView served(TenantCode code) {
        if (!registry.isKnown()) {
            throw new ProblemException(Problem.TOO_BUSY);
        }
        TenantView tenant = tenants.find(code).orElseThrow(() -> new ProblemException(Problem.UNKNOWN_TENANT));
        return switch (tenant.state()) {
            case SUSPENDED -> throw new ProblemException(Problem.TENANT_SUSPENDED);
            case CREATING, FAILED -> throw new ProblemException(Problem.TENANT_OUT_OF_RANGE);
            case ACTIVE -> {
                if (!schemas.holds(tenant.schemaVersion())) {
                    throw new ProblemException(Problem.TENANT_OUT_OF_RANGE);
                }
                yield tenant;
            }
        };
    }

    private void signOn(Area area, TenantCode tenant) {
        SignedOn who = SignedOn.of(http).orElseThrow(() -> new ProblemException(Problem.NOT_SIGNED_ON));
        if (!who.area().equals(area)) {
            throw new ProblemException(Problem.FORBIDDEN);
        }
        caller.signedOn(tenant, who.subject(), who.displayName(), who.employeeId(), who.roles());
        if (who.kind() == Kind.PERSON) {
            visit.carriesFormToken(() -> formTokens.of(who));
        }
    }
}
