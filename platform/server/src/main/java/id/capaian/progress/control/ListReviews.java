package id.capaian.progress.control;

import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.progress.Review;
import jakarta.inject.Inject;
import java.util.List;

/** The people whose progress the caller judges, and how much of it waits. */
@TenantUseCase
public class ListReviews {

    private final Reviews reviews;

    ListReviews() {
        this(null);
    }

    @Inject
    ListReviews(Reviews reviews) {
        this.reviews = reviews;
    }

    /** In periods that take entries, newest first; where most waits first. */
    public List<Review> mine() {
        return reviews.ofTheCaller();
    }
}
