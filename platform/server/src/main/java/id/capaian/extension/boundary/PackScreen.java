package id.capaian.extension.boundary;

import id.capaian.extension.FormGroup;
import id.capaian.extension.ParameterForm;
import id.capaian.extension.control.OwnBinding;
import id.capaian.extension.control.ShowPacks;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.page.Fact;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.problem.FieldProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows the page of a version of a pack, and shows it again with everything typed when something is wrong. */
@ApplicationScoped
class PackScreen {

    private static final String PAGE = "extension/pack";
    private static final String FIELD = "form.";
    private static final String NO_PARAMETERS = "{}";

    private final PackDetails details;
    private final Pages pages;
    private final Clock clock;

    PackScreen() {
        this(null, null, null);
    }

    @Inject
    PackScreen(PackDetails details, Pages pages, Clock clock) {
        this.details = details;
        this.pages = pages;
        this.clock = clock;
    }

    /** @param given fields that an address brings, e.g. from a trial; else the region's own values so far are shown */
    Response show(PackDetails.Found found, MultivaluedMap<String, String> given) {
        PackPageView.Wish wish = new PackPageView.Wish(found.packs().today().toString(), given.getFirst("unit"),
                found.packs().today().toString(), null);
        boolean brought = given.keySet().stream().anyMatch(name -> name.startsWith(FIELD));
        List<FormGroup> form = form(found).map(parameters ->
                parameters.groups(brought ? parameters.own(given) : soFar(found))).orElse(List.of());
        return pages.page(PAGE, view(found, form, wish, FieldErrors.NONE, Ids.next(clock.millis()).toString()));
    }

    /** The form of enabling again. */
    Response again(PackDetails.Found found, MultivaluedMap<String, String> sent, List<FieldProblem> problems) {
        PackPageView.Wish wish = new PackPageView.Wish(sent.getFirst("from"), sent.getFirst("unit"),
                found.packs().today().toString(), null);
        List<FormGroup> form = form(found).map(parameters -> parameters.typed(sent)).orElse(List.of());
        return pages.again(PAGE, view(found, form, wish, new FieldErrors(problems), sent.getFirst("key")));
    }

    /** The form of rolling back again. */
    Response again(BindingView binding, MultivaluedMap<String, String> sent, List<FieldProblem> problems) {
        PackDetails.Found found = details.find(binding.packId(), binding.version(), pages.shell());
        PackPageView.Wish wish = new PackPageView.Wish(found.packs().today().toString(), null,
                sent.getFirst("rollback"), binding.bindingId().toString());
        List<FormGroup> form = form(found).map(parameters -> parameters.groups(soFar(found))).orElse(List.of());
        return pages.again(PAGE, view(found, form, wish, new FieldErrors(problems), sent.getFirst("key")));
    }

    /** Empty while this server has not looked into the pack. */
    Optional<ParameterForm> form(PackDetails.Found found) {
        return Optional.ofNullable(found.descriptor()).map(pack -> new ParameterForm(pack, pages.shell()));
    }

    /** What the region set in the version of this pack that holds for it, so that an upgrade keeps it. */
    private static String soFar(PackDetails.Found found) {
        ShowPacks.Packs packs = found.packs();
        return packs.inForce().of(null)
                .filter(binding -> binding.packId().equals(found.view().pack().packId()))
                .or(() -> packs.bindings().stream().filter(binding -> packs.inForce().isInForce(binding))
                        .filter(binding -> binding.packId().equals(found.view().pack().packId())).findFirst())
                .map(OwnBinding::parameters).orElse(NO_PARAMETERS);
    }

    private PackPageView view(PackDetails.Found found, List<FormGroup> form, PackPageView.Wish wish, FieldErrors errors,
            String key) {
        Optional<ParameterForm> parameters = form(found);
        Map<UUID, List<Fact>> own = found.view().bindings().stream().collect(Collectors.toMap(BindingView::bindingId,
                binding -> parameters.map(one -> one.told(binding.parameters())).orElse(List.of())));
        return new PackPageView(found.view(), form, own, found.packs().units(), wish, errors, key,
                found.packs().today().toString());
    }
}
