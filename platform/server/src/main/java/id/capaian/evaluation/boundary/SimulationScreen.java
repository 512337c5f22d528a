package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.FindEvaluations;
import id.capaian.evaluation.control.ReadEvaluations;
import id.capaian.evaluation.control.ReadTrial;
import id.capaian.extension.Catalogue;
import id.capaian.extension.FormGroup;
import id.capaian.extension.Lease;
import id.capaian.extension.ParameterForm;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Option;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.plugin.api.PackDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The form of a trial, with what stands in its fields. */
@ApplicationScoped
class SimulationScreen {

    private static final String ALL = "semua";

    private final ReadTrial readTrial;
    private final ReadEvaluations readEvaluations;
    private final FindEvaluations findEvaluations;
    private final Catalogue catalogue;
    private final Pages pages;

    SimulationScreen() {
        this(null, null, null, null, null);
    }

    @Inject
    SimulationScreen(ReadTrial readTrial, ReadEvaluations readEvaluations, FindEvaluations findEvaluations,
            Catalogue catalogue, Pages pages) {
        this.readTrial = readTrial;
        this.readEvaluations = readEvaluations;
        this.findEvaluations = findEvaluations;
        this.catalogue = catalogue;
        this.pages = pages;
    }

    /**
     * What an address asks for.
     *
     * @param ratingsOnly whether movers of whom only the index moves are left out of the list
     */
    record Wish(TrialInput input, PackDescriptor pack, ParameterForm form, boolean ratingsOnly) {
    }

    /**
     * Reads an address.
     *
     * @throws ProblemException {@link Problem#PACK_NOT_OFFERED} for what is none of the tenant's,
     *                          {@link Problem#PACK_REFUSED} when the pack does not pass today's checks
     */
    Wish wish(String packId, String version, MultivaluedMap<String, String> asked) {
        UUID unit = Forms.id(asked, "unit");
        String period = Forms.text(asked, "periode");
        readTrial.frame(new TrialInput(packId, version, period, unit, "{}"));
        PackDescriptor pack = catalogue.descriptor(packId, version).orElseGet(() -> kept(packId, version));
        ParameterForm form = new ParameterForm(pack, pages.shell());
        return new Wish(new TrialInput(packId, version, period, unit, form.own(asked)), pack, form,
                !ALL.equals(asked.getFirst("daftar")));
    }

    /** One that is neither offered nor enabled any more. */
    private PackDescriptor kept(String packId, String version) {
        try (Lease lease = catalogue.leaseOfKept(packId, version)) {
            return lease.descriptor();
        }
    }

    SimulationPageView view(Wish wish, DryRunView dryRun, ReplayView replay) {
        return view(wish, wish.form().groups(wish.input().parameters()), FieldErrors.NONE, dryRun, replay);
    }

    /** With everything typed. */
    SimulationPageView again(Wish wish, MultivaluedMap<String, String> asked, FieldErrors errors) {
        return view(wish, wish.form().typed(asked), errors, null, null);
    }

    private SimulationPageView view(Wish wish, List<FormGroup> form, FieldErrors errors, DryRunView dryRun,
            ReplayView replay) {
        TrialInput input = wish.input();
        List<Option> periods = readEvaluations.periods().stream().map(one -> new Option(one.code(), one.name()))
                .toList();
        List<Option> units = findEvaluations.units().stream()
                .map(unit -> new Option(unit.orgUnitId().toString(), unit.name())).toList();
        String period = readEvaluations.period(input.period()).code();
        String unit = input.unitId() == null ? "" : input.unitId().toString();
        String parameters = wish.form().query(input.parameters());
        String query = "periode=" + URLEncoder.encode(period, StandardCharsets.UTF_8) + "&unit=" + unit
                + (parameters.isEmpty() ? "" : "&" + parameters);
        String enable = "/paket/" + input.packId() + "/" + input.version() + "?unit=" + unit
                + (parameters.isEmpty() ? "" : "&" + parameters) + "#aktifkan";
        return new SimulationPageView(input.packId(),
                wish.pack().name().in(Locale.forLanguageTag(pages.shell().language())), input.version(),
                wish.form().isEmpty() ? List.of() : form, periods, period, units, unit, wish.ratingsOnly(), errors,
                query, enable, dryRun, replay);
    }
}
