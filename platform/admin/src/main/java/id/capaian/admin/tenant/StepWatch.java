package id.capaian.admin.tenant;

/** Sees the steps of a run pass; tests throw or end the process here to see a run resumed. */
@FunctionalInterface
public interface StepWatch {

    /** Sees nothing. */
    StepWatch NONE = (moment, step, tenant) -> { };

    /** Where in a step. */
    enum Moment {
        /** Nothing was done yet. */
        BEFORE,
        /** All was done, nothing in our own database committed. */
        UNCOMMITTED,
        /** All was done and committed. */
        AFTER
    }

    /** Called by the thread that takes the step. */
    void at(Moment moment, StepName step, String tenant);
}
