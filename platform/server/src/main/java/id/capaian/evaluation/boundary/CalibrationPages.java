package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.FindEvaluations;
import id.capaian.evaluation.control.ReadEvaluations;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Option;
import id.capaian.kernel.page.Pages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What waits for a unit head's calibration; each line leads to the page where it is done. */
@ApplicationScoped
@Path("/{tenant}/penyelarasan")
@Produces(MediaType.TEXT_HTML)
public class CalibrationPages {

    private final FindEvaluations findEvaluations;
    private final ReadEvaluations readEvaluations;
    private final Pages pages;

    CalibrationPages() {
        this(null, null, null);
    }

    @Inject
    CalibrationPages(FindEvaluations findEvaluations, ReadEvaluations readEvaluations, Pages pages) {
        this.findEvaluations = findEvaluations;
        this.readEvaluations = readEvaluations;
        this.pages = pages;
    }

    @GET
    @RolesAllowed(Roles.UNIT_HEAD)
    public Response list(@QueryParam("periode") String period) {
        List<Option> periods = readEvaluations.periods().stream().map(one -> new Option(one.code(), one.name()))
                .toList();
        return pages.page("evaluation/calibrations",
                new CalibrationPageView(findEvaluations.calibrating(period), periods, period));
    }
}
