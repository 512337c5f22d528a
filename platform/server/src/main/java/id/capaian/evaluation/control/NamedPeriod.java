package id.capaian.evaluation.control;

import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Finds a period by what an address says: its code, which people read, or its id, which machines keep. */
@ApplicationScoped
class NamedPeriod {

    private final Periods periods;

    NamedPeriod() {
        this(null);
    }

    @Inject
    NamedPeriod(Periods periods) {
        this.periods = periods;
    }

    /**
     * The period.
     *
     * @param codeOrId null or empty for the period people work in now
     * @throws id.capaian.kernel.problem.ProblemException NOT_FOUND
     */
    Period period(String codeOrId) {
        return periods.named(codeOrId);
    }

    /** The same period as it is now; nobody moves it on until the transaction ends. */
    Period held(Period period) {
        return periods.held(period.periodId());
    }
}
