package id.capaian.planning.boundary;

import id.capaian.kernel.page.FieldErrors;
import id.capaian.planning.control.ReadPlans.ReadPlan;

/**
 * Somebody's plan before the rater.
 *
 * @param note what was typed
 */
public record ReviewView(ReadPlan read, String note, FieldErrors errors) {

    public boolean is(String status) {
        return read.plan().status().equals(status);
    }
}
