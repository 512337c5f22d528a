package id.capaian.kernel.problem;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import id.capaian.kernel.page.Fact;
import id.capaian.kernel.page.Pages;
import java.util.ArrayList;
import java.util.List;

/** What each problem type means, at the address its type names. */
@Path("/problems")
@ApplicationScoped
public class ProblemPages {

    private final Pages pages;

    ProblemPages() {
        this(null);
    }

    @Inject
    ProblemPages(Pages pages) {
        this.pages = pages;
    }

    /** All problems; {@code /problems/<slug>} leads to its place in the list. */
    @GET
    @PermitAll
    public Response list() {
        List<Fact> facts = new ArrayList<>();
        for (Problem problem : Problem.values()) {
            facts.add(new Fact(problem.status() + " " + problem.slug(), pages.text("problem." + problem.slug() + ".title")));
        }
        return pages.page("kernel/problems", facts);
    }

    @GET
    @Path("/{slug}")
    @PermitAll
    public Response one() {
        return list();
    }
}
