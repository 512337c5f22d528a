package id.capaian.progress.control;

import id.capaian.kernel.identity.Caller;
import id.capaian.progress.Review;
import id.capaian.registry.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Whose progress the caller judges. Inside a running use case only. */
@ApplicationScoped
public class Reviews {

    private final ReviewSql sql;
    private final Tenants tenants;
    private final Caller caller;
    private final Clock clock;

    Reviews() {
        this(null, null, null, null);
    }

    @Inject
    Reviews(ReviewSql sql, Tenants tenants, Caller caller, Clock clock) {
        this.sql = sql;
        this.tenants = tenants;
        this.caller = caller;
        this.clock = clock;
    }

    /** See {@link id.capaian.progress.Progress#reviews}. */
    public List<Review> ofTheCaller() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), tenants.zoneOf(caller.tenant()));
        return caller.employeeIfAny().map(rater -> sql.of(rater, today)).orElse(List.of());
    }
}
