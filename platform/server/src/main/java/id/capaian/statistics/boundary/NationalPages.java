package id.capaian.statistics.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Option;
import id.capaian.kernel.page.Pages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The national page: provinces side by side, or the governments of one; never a person. */
@Path("/nasional")
@ApplicationScoped
public class NationalPages {

    private static final List<String> PREDICATES =
            List.of("VERY_GOOD", "GOOD", "NEEDS_IMPROVEMENT", "POOR", "VERY_POOR");

    private final Summaries summaries;
    private final Pages pages;

    NationalPages() {
        this(null, null);
    }

    @Inject
    NationalPages(Summaries summaries, Pages pages) {
        this.summaries = summaries;
        this.pages = pages;
    }

    @GET
    @RolesAllowed(Roles.NATIONAL_ANALYST)
    public Response show(@QueryParam("periode") String period, @QueryParam("wilayah") String area) {
        return pages.page("statistics/national", view(summaries.of(period, area).view()));
    }

    static NationalView view(SummaryView summary) {
        return new NationalView(summary, summary.periods().stream().map(code -> new Option(code, code)).toList(),
                PREDICATES, Chart.of(summary.areas(), PREDICATES));
    }
}
