package id.capaian.admin.tenant;

import java.util.List;

/** Is told how far a run is, for people who watch it. */
public interface StepReport {

    /** Tells nobody. */
    StepReport NONE = new StepReport() {
        @Override
        public void planned(List<StepName> steps) {
            // Nobody watches.
        }

        @Override
        public void began(StepName step) {
            // Nobody watches.
        }

        @Override
        public void done(StepName step, List<String> said) {
            // Nobody watches.
        }

        @Override
        public void failed(StepName step, String why) {
            // Nobody watches.
        }
    };

    /** All steps that will be taken, in order. */
    void planned(List<StepName> steps);

    /** This one is being looked at. */
    void began(StepName step);

    /** @param said what was done, one line each; empty when nothing was to do */
    void done(StepName step, List<String> said);

    /** @param why one sentence; the steps after it are not taken */
    void failed(StepName step, String why);
}
