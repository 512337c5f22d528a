package id.capaian.readiness.boundary;

import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Option;
import id.capaian.readiness.control.Preparation;
import id.capaian.readiness.control.Rehearse.Rehearsed;
import id.capaian.readiness.control.Step;
import java.util.List;

/**
 * What the page shows.
 *
 * @param offers   packs to enable; empty while one is enabled
 * @param played   the rehearsal just played, null when none was
 * @param blocking what kept the government from going live just now; empty when nothing was tried
 * @param typed    what was typed to confirm, empty at first
 * @param code     what is to be typed
 */
public record PreparationView(Preparation preparation, List<Option> offers, Rehearsed played, List<Step> blocking,
        String typed, String code, FieldErrors errors) {

    /** Share of the steps that need nothing more, in whole percent, rounded down. */
    public int percent() {
        return (int) (preparation.done() * 100 / preparation.steps().size());
    }
}
