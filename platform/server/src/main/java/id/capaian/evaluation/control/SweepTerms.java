package id.capaian.evaluation.control;

import id.capaian.kernel.tenancy.LongWork;
import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;

/**
 * Lets lapse what was not answered in time, stops waiting for explanations, and hands over to successors what is not
 * rated and what is not decided.
 */
@TenantUseCase
public class SweepTerms {

    private final Terms terms;
    private final PresentParties presentParties;

    SweepTerms() {
        this(null, null);
    }

    @Inject
    SweepTerms(Terms terms, PresentParties presentParties) {
        this.terms = terms;
        this.presentParties = presentParties;
    }

    /** Objections wait for the superior of today: a successor takes over what is undecided. */
    public void takeOverObjections() {
        presentParties.takeOverObjections();
    }

    /**
     * What is not rated waits for the rater of today: a new one sees at once whom to rate, the former no longer. Where
     * nobody is named anew, the former stays.
     */
    @LongWork
    public void takeOverUnrated() {
        presentParties.takeOverUnrated();
    }

    /** @return whether there may be more; a bounded number is moved at a time, so that transactions stay short */
    public boolean sweep() {
        return terms.sweep();
    }
}
