package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.FindEvaluations;
import id.capaian.evaluation.control.ReadEvaluations;
import id.capaian.evaluation.entity.EvaluationStatus;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Option;
import id.capaian.kernel.page.Pages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;

/**
 * Where the personnel agency finds an evaluation, to read or to reopen it by order. The search is posted: an address
 * that carries a name or a NIP would end in logs and in the browser's history.
 */
@ApplicationScoped
@Path("/{tenant}/cari")
@Produces(MediaType.TEXT_HTML)
public class SearchPages {

    private final FindEvaluations findEvaluations;
    private final ReadEvaluations readEvaluations;
    private final Pages pages;

    SearchPages() {
        this(null, null, null);
    }

    @Inject
    SearchPages(FindEvaluations findEvaluations, ReadEvaluations readEvaluations, Pages pages) {
        this.findEvaluations = findEvaluations;
        this.readEvaluations = readEvaluations;
        this.pages = pages;
    }

    @GET
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response show() {
        return page(new SearchInput(null, null, null, readEvaluations.period(null).code(), null), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response search(MultivaluedMap<String, String> form) {
        SearchInput wanted = new SearchInput(Forms.text(form, "text"), Forms.id(form, "unit"),
                Forms.text(form, "status"), Forms.text(form, "periode"), number(Forms.text(form, "page")));
        return page(wanted, findEvaluations.search(wanted));
    }

    private Response page(SearchInput wanted, FoundView found) {
        List<Option> periods = readEvaluations.periods().stream().map(one -> new Option(one.code(), one.name()))
                .toList();
        List<Option> units = findEvaluations.units().stream()
                .map(unit -> new Option(unit.orgUnitId().toString(), unit.name())).toList();
        List<Option> stages = Arrays.stream(EvaluationStatus.values()).map(status ->
                new Option(status.name(), pages.text("evaluation.status." + status))).toList();
        return pages.page("evaluation/search",
                new SearchPageView(wanted, found, periods, units, stages));
    }

    /** The first page for what is no number of a page. */
    private static int number(String page) {
        return page != null && page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
    }
}
