package id.capaian.readiness.control;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.tenancy.LongWork;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.PeriodOpening;
import jakarta.inject.Inject;
import java.util.List;

/** Opens a government's first periods, once nothing keeps it from that. Audit has who did it, and when. */
@LongWork
@TenantUseCase
public class GoLive {

    private final ReadPreparation preparation;
    private final PeriodOpening opening;
    private final Caller caller;

    GoLive() {
        this(null, null, null);
    }

    @Inject
    GoLive(ReadPreparation preparation, PeriodOpening opening, Caller caller) {
        this.preparation = preparation;
        this.opening = opening;
        this.caller = caller;
    }

    /** What came of it. */
    public enum Outcome { LIVE, BLOCKED, NOT_CONFIRMED }

    /** @param blocking what keeps the government from going live; empty unless that is the outcome */
    public record Gone(Outcome outcome, List<Step> blocking) {
    }

    /**
     * Goes live. Repeating it changes nothing.
     *
     * @param typed the tenant's code, typed to confirm
     */
    public Gone go(String typed) {
        Preparation now = preparation.read();
        if (now.live()) {
            return new Gone(Outcome.LIVE, List.of());
        }
        if (!now.blocking().isEmpty()) {
            return new Gone(Outcome.BLOCKED, now.blocking());
        }
        if (typed == null || !typed.strip().equalsIgnoreCase(caller.tenant().value())) {
            return new Gone(Outcome.NOT_CONFIRMED, List.of());
        }
        now.toOpen().forEach(period -> opening.open(period.periodId()));
        return new Gone(Outcome.LIVE, List.of());
    }
}
