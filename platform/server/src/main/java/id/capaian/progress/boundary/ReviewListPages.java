package id.capaian.progress.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Pages;
import id.capaian.progress.Review;
import id.capaian.progress.control.ListReviews;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Where a rater sees whose progress waits, whether evaluations were opened already or not. */
@ApplicationScoped
@Path("/{tenant}/tim/progres")
@Produces(MediaType.TEXT_HTML)
public class ReviewListPages {

    private final ListReviews listReviews;
    private final Pages pages;

    ReviewListPages() {
        this(null, null);
    }

    @Inject
    ReviewListPages(ListReviews listReviews, Pages pages) {
        this.listReviews = listReviews;
        this.pages = pages;
    }

    /** What the page shows. */
    public record ReviewsView(List<Review> reviews) {
    }

    @GET
    @RolesAllowed(Roles.RATER)
    public Response list() {
        return pages.page("progress/reviews", new ReviewsView(listReviews.mine()));
    }
}
