package id.capaian.planning;

import id.capaian.planning.control.MovePeriod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Opens periods when a government begins. */
@ApplicationScoped
public class PeriodOpening {

    private final MovePeriod periods;

    PeriodOpening() {
        this(null);
    }

    @Inject
    PeriodOpening(MovePeriod periods) {
        this.periods = periods;
    }

    /**
     * Opens a period that is planned, and tells the house; one that was opened before stays where it is.
     *
     * @return whether it was opened now
     * @throws id.capaian.kernel.problem.ProblemException NOT_FOUND
     */
    public boolean open(UUID periodId) {
        return periods.open(periodId);
    }
}
