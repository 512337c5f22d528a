package id.capaian.extension.boundary;

import id.capaian.extension.FormGroup;
import id.capaian.extension.PackForm;
import id.capaian.extension.ParameterForm;
import id.capaian.extension.control.InForce;
import id.capaian.extension.control.OwnBinding;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.page.Fact;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Option;
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
    private static final String NO_PARAMETERS = "{}";

    private final PackDetails details;
    private final BindingViews bindingViews;
    private final Pages pages;
    private final Clock clock;

    PackScreen() {
        this(null, null, null, null);
    }

    @Inject
    PackScreen(PackDetails details, BindingViews bindingViews, Pages pages, Clock clock) {
        this.details = details;
        this.bindingViews = bindingViews;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param given fields that an address brings, e.g. from a trial; without any, what holds for the unit it names
     */
    Response show(PackDetails.Found found, MultivaluedMap<String, String> given) {
        PackPageView.Wish wish = new PackPageView.Wish(found.packs().today().toString(), given.getFirst("unit"),
                found.packs().today().toString(), null);
        Optional<OwnBinding> soFar = PackForm.isIn(given) ? Optional.empty() : soFar(found, given.getFirst("unit"));
        List<FormGroup> form = form(found).map(parameters -> parameters.groups(PackForm.isIn(given)
                ? parameters.own(given) : parameters(soFar))).orElse(List.of());
        return pages.page(PAGE, view(found, form, soFar, wish, FieldErrors.NONE,
                Ids.next(clock.millis()).toString()));
    }

    /** The form of enabling again. */
    Response again(PackDetails.Found found, MultivaluedMap<String, String> sent, List<FieldProblem> problems) {
        PackPageView.Wish wish = new PackPageView.Wish(sent.getFirst("from"), sent.getFirst("unit"),
                found.packs().today().toString(), null);
        List<FormGroup> form = form(found).map(parameters -> parameters.typed(sent)).orElse(List.of());
        return pages.again(PAGE, view(found, form, Optional.empty(), wish, new FieldErrors(problems),
                sent.getFirst("key")));
    }

    /** The form of rolling back again. */
    Response again(BindingView binding, MultivaluedMap<String, String> sent, List<FieldProblem> problems) {
        PackDetails.Found found = details.find(binding.packId(), binding.version(), pages.shell());
        PackPageView.Wish wish = new PackPageView.Wish(found.packs().today().toString(), null,
                sent.getFirst("rollback"), binding.bindingId().toString());
        Optional<OwnBinding> soFar = soFar(found, null);
        List<FormGroup> form = form(found).map(parameters -> parameters.groups(parameters(soFar))).orElse(List.of());
        return pages.again(PAGE, view(found, form, soFar, wish, new FieldErrors(problems), sent.getFirst("key")));
    }

    /** Empty while this server has not looked into the pack. */
    Optional<ParameterForm> form(PackDetails.Found found) {
        return Optional.ofNullable(found.descriptor()).map(pack -> new ParameterForm(pack, pages.shell()));
    }

    /**
     * Where this pack is used already, so that an upgrade keeps what was set: for the unit asked for, else for the
     * whole government. What another unit set is nobody else's.
     */
    static Optional<OwnBinding> soFar(PackDetails.Found found, String unit) {
        InForce inForce = found.packs().inForce();
        return found.packs().units().stream().map(Option::value).filter(value -> value.equals(unit)).findFirst()
                .flatMap(value -> inForce.of(UUID.fromString(value))).or(() -> inForce.of(null))
                .filter(binding -> binding.packId().equals(found.view().pack().packId()));
    }

    private static String parameters(Optional<OwnBinding> binding) {
        return binding.map(OwnBinding::parameters).orElse(NO_PARAMETERS);
    }

    private PackPageView view(PackDetails.Found found, List<FormGroup> form, Optional<OwnBinding> soFar,
            PackPageView.Wish wish, FieldErrors errors, String key) {
        Optional<ParameterForm> parameters = form(found);
        Map<UUID, List<Fact>> own = found.view().bindings().stream().collect(Collectors.toMap(BindingView::bindingId,
                binding -> parameters.map(one -> one.told(binding.parameters())).orElse(List.of())));
        List<BindingView> used = bindingViews.of(found.packs()).stream().filter(BindingView::inForce)
                .filter(binding -> binding.packId().equals(found.view().pack().packId())).toList();
        BindingView filled = soFar.flatMap(one -> used.stream()
                .filter(binding -> binding.bindingId().equals(one.bindingId())).findFirst()).orElse(null);
        return new PackPageView(found.view(), form, own, used, filled, found.packs().units(), wish, errors, key,
                found.packs().today().toString());
    }
}
