package id.capaian.kernel.identity;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;

/**
 * One caller for each request or job run. Made here, because what the container makes by itself goes through its
 * injection, which every request would pay for (deploy/load).
 */
@Dependent
class CallerSource {

    private CallerSource() {
    }

    @Produces
    @RequestScoped
    static Caller caller() {
        return new Caller();
    }
}
