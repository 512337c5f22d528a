package id.capaian.kernel.page;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;

/** One visit for each request; made here for the reason the caller is made by a source, too. */
@Dependent
class VisitSource {

    private VisitSource() {
    }

    @Produces
    @RequestScoped
    static Visit visit() {
        return new Visit();
    }
}
