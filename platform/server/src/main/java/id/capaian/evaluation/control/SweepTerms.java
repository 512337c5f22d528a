package id.capaian.evaluation.control;

import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;

/** Lets lapse what was not answered in time, and stops waiting for explanations. */
@TenantUseCase
public class SweepTerms {

    private final Terms terms;

    SweepTerms() {
        this(null);
    }

    @Inject
    SweepTerms(Terms terms) {
        this.terms = terms;
    }

    /** @return whether there may be more; a bounded number is moved at a time, so that transactions stay short */
    public boolean sweep() {
        return terms.sweep();
    }
}
