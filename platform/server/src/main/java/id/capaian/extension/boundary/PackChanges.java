package id.capaian.extension.boundary;

import id.capaian.extension.PackParameter;
import id.capaian.kernel.page.Shell;
import id.capaian.plugin.api.Document;
import id.capaian.plugin.api.Form;
import id.capaian.plugin.api.FormulaDescriptor;
import id.capaian.plugin.api.Indicator;
import id.capaian.plugin.api.IndicatorSet;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.Target;
import id.capaian.plugin.api.WeightedIndicator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a version of a pack has that another has not, in the words of who has to decide on it. */
final class PackChanges {

    private final PackDescriptor before;
    private final PackDescriptor after;
    private final Set<String> rewritten;
    private final Shell shell;
    private final Locale locale;

    /**
     * @param before    the version in force
     * @param after     the version looked at
     * @param rewritten ids of formulas whose calculation differs though the id is the same
     */
    PackChanges(PackDescriptor before, PackDescriptor after, Set<String> rewritten, Shell shell) {
        this.before = before;
        this.after = after;
        this.rewritten = Set.copyOf(rewritten);
        this.shell = shell;
        this.locale = Locale.forLanguageTag(shell.language());
    }

    /** Indicators, sets with their weights, formulas, forms, documents and parameters, in this order. */
    List<PackChange> all() {
        return Stream.of(
                compared("INDICATOR", before.indicators(), after.indicators(), Indicator::code,
                        indicator -> indicator.name().in(locale), this::indicator),
                compared("SET", before.indicatorSets(), after.indicatorSets(), IndicatorSet::code,
                        set -> set.name().in(locale), this::set),
                compared("FORMULA", before.formulas(), after.formulas(), FormulaDescriptor::id,
                        formula -> formula.name().in(locale), this::formula),
                compared("FORM", before.forms(), after.forms(), Form::id, form -> form.name().in(locale), this::form),
                compared("DOCUMENT", before.documents(), after.documents(), Document::id,
                        document -> document.name().in(locale), this::document),
                compared("PARAMETER", PackParameter.of(before, shell.language()),
                        PackParameter.of(after, shell.language()), PackParameter::name, PackParameter::label,
                        this::parameter))
                .flatMap(List::stream).toList();
    }

    private static <T> List<PackChange> compared(String area, List<T> old, List<T> fresh, Function<T, String> code,
            Function<T, String> name, BiFunction<T, T, List<String>> details) {
        Map<String, T> was = byCode(old, code);
        Map<String, T> is = byCode(fresh, code);
        Set<String> codes = new LinkedHashSet<>(is.keySet());
        codes.addAll(was.keySet());
        List<PackChange> changes = new ArrayList<>();
        for (String each : codes) {
            if (!was.containsKey(each)) {
                changes.add(new PackChange(area, "ADDED", each, name.apply(is.get(each)), List.of()));
            } else if (!is.containsKey(each)) {
                changes.add(new PackChange(area, "REMOVED", each, name.apply(was.get(each)), List.of()));
            } else {
                List<String> found = details.apply(was.get(each), is.get(each));
                if (!found.isEmpty()) {
                    changes.add(new PackChange(area, "CHANGED", each, name.apply(is.get(each)), found));
                }
            }
        }
        return changes;
    }

    private static <T> Map<String, T> byCode(List<T> things, Function<T, String> code) {
        return things.stream().collect(Collectors.toMap(code, Function.identity(), (one, other) -> one,
                LinkedHashMap::new));
    }

    /** Directions are MAX, MIN, RANGE_MAX, RANGE_MIN and ZERO; sample rules NONE and PUBLIC. */
    private List<String> indicator(Indicator was, Indicator is) {
        return sentences(
                changed("extension.change.name", was.name().in(locale), is.name().in(locale)),
                changed("extension.read.unit", was.unit().in(locale), is.unit().in(locale)),
                changed("extension.read.source", was.source().in(locale), is.source().in(locale)),
                changed("extension.change.direction", shell.t("extension.direction." + was.direction()),
                        shell.t("extension.direction." + is.direction())),
                changed("extension.read.frequency", shell.t("extension.frequency." + was.frequency()),
                        shell.t("extension.frequency." + is.frequency())),
                changed("extension.read.attribution", shell.t("extension.attribution." + was.attribution()),
                        shell.t("extension.attribution." + is.attribution())),
                changed("extension.change.sample", shell.t("extension.sample." + was.sampleRule()),
                        shell.t("extension.sample." + is.sampleRule())),
                changed("extension.change.quality", number(was.minimumQuality()), number(is.minimumQuality())));
    }

    private List<String> set(IndicatorSet was, IndicatorSet is) {
        Map<String, WeightedIndicator> old = byCode(was.items(), WeightedIndicator::code);
        Map<String, WeightedIndicator> fresh = byCode(is.items(), WeightedIndicator::code);
        List<String> found = new ArrayList<>(sentences(
                changed("extension.change.name", was.name().in(locale), is.name().in(locale)),
                changed("extension.change.family", was.jobFamily(), is.jobFamily())));
        fresh.values().stream().filter(item -> !old.containsKey(item.code())).forEach(item ->
                found.add(shell.t("extension.change.weight.added", called(item, after), number(item.weight()))));
        old.values().stream().filter(item -> !fresh.containsKey(item.code())).forEach(item ->
                found.add(shell.t("extension.change.weight.removed", called(item, before), number(item.weight()))));
        fresh.values().stream().filter(item -> old.containsKey(item.code())).forEach(item ->
                found.addAll(item(old.get(item.code()), item)));
        return found;
    }

    private List<String> item(WeightedIndicator was, WeightedIndicator is) {
        List<String> found = new ArrayList<>();
        if (was.weight().compareTo(is.weight()) != 0) {
            found.add(shell.t("extension.change.weight", called(is, after), number(was.weight()), number(is.weight())));
        }
        if (!target(was.target()).equals(target(is.target()))) {
            found.add(shell.t("extension.change.target", called(is, after), target(was.target()), target(is.target())));
        }
        return found;
    }

    private String called(WeightedIndicator item, PackDescriptor pack) {
        return pack.indicatorsByCode().get(item.code()).name().in(locale);
    }

    private String target(Target target) {
        return target.value() != null ? number(target.value())
                : target.low() == null ? "–" : number(target.low()) + "–" + number(target.high());
    }

    private List<String> formula(FormulaDescriptor was, FormulaDescriptor is) {
        List<String> found = new ArrayList<>(sentences(
                changed("extension.change.name", was.name().in(locale), is.name().in(locale)),
                changed("extension.change.description", was.description().in(locale), is.description().in(locale)),
                changed("extension.change.extras", String.join(", ", was.extraIndicators()),
                        String.join(", ", is.extraIndicators()))));
        if (rewritten.contains(is.id())) {
            found.add(shell.t("extension.change.rewritten"));
        }
        return found;
    }

    private List<String> form(Form was, Form is) {
        return was.equals(is) ? List.of() : List.of(shell.t("extension.change.form"));
    }

    private List<String> document(Document was, Document is) {
        return was.equals(is) ? List.of() : List.of(shell.t("extension.change.document"));
    }

    private List<String> parameter(PackParameter was, PackParameter is) {
        return sentences(
                changed("extension.change.name", was.label(), is.label()),
                changed("extension.change.otherwise", was.said(was.otherwise(), shell),
                        is.said(is.otherwise(), shell)),
                changed("extension.change.least", was.said(was.least(), shell), is.said(is.least(), shell)),
                changed("extension.change.most", was.said(was.most(), shell), is.said(is.most(), shell)),
                changed("extension.change.choices", choices(was), choices(is)));
    }

    private String choices(PackParameter parameter) {
        return parameter.choices().stream().map(choice -> parameter.said(choice, shell))
                .collect(Collectors.joining(", "));
    }

    private String number(BigDecimal number) {
        return number == null ? null : shell.number(number);
    }

    /** Null when it is the same. */
    private String changed(String what, String was, String is) {
        return Objects.equals(was, is) ? null
                : shell.t("extension.change.from-to", shell.t(what), shown(was), shown(is));
    }

    private static String shown(String text) {
        return text == null || text.isEmpty() ? "–" : text;
    }

    private static List<String> sentences(String... found) {
        return Stream.of(found).filter(Objects::nonNull).toList();
    }
}
