package id.capaian.evaluation.boundary;

import id.capaian.extension.FormGroup;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Option;
import id.capaian.kernel.page.Shell;
import java.util.List;

/**
 * The page where a version of a pack is tried on the region's own data.
 *
 * @param packName   title; its id while this server has not looked into it
 * @param form       fields of its parameters; empty when it has none
 * @param query      what is tried, as the query of an address: period, unit and parameters
 * @param enableHref address below the area that leads to enabling with the same parameters
 * @param dryRun     null unless that was asked for
 * @param replay     null unless that was asked for
 */
public record SimulationPageView(String packId, String packName, String version, List<FormGroup> form,
        List<Option> periods, String period, List<Option> units, String unit, boolean ratingsOnly, FieldErrors errors,
        String query, String enableHref, DryRunView dryRun, ReplayView replay) {

    /** Address of the page below the area. */
    public String path() {
        return "/paket/" + packId + "/" + version + "/simulasi";
    }

    /** Which movers the list may hold. */
    public List<Option> lists(Shell shell) {
        return List.of(new Option("rating", shell.t("evaluation.trial.list.rating")),
                new Option("semua", shell.t("evaluation.trial.list.all")));
    }
}
