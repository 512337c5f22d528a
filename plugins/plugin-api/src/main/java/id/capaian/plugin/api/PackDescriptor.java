package id.capaian.plugin.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything a pack offers besides its formulas' arithmetic.
 *
 * <p>Example: {@code pack.descriptor().set("health")} gives the set planning copies into a nurse's plan.
 *
 * @param id               plugin id, {@code region-<name>}; equals Plugin-Id of the jar's manifest
 * @param version          semantic version; equals Plugin-Version
 * @param name             title people see
 * @param description      one or two sentences for the catalogue
 * @param indicators       every indicator the pack reads, in or out of sets, no code twice
 * @param indicatorSets    at most one per job family
 * @param forms            no id twice
 * @param formulas         no id twice
 * @param parametersSchema JSON Schema 2020-12 (text) of the parameters: one flat object
 * @param parameters       defaults; a tenant's own values replace them one by one
 * @param texts            by language: other texts of the pack, key to text
 * @param documents        no id twice (since API 1.2)
 */
public record PackDescriptor(
        String id,
        String version,
        LocalizedText name,
        LocalizedText description,
        List<Indicator> indicators,
        List<IndicatorSet> indicatorSets,
        List<Form> forms,
        List<FormulaDescriptor> formulas,
        String parametersSchema,
        Parameters parameters,
        Map<String, Map<String, String>> texts,
        List<Document> documents) {

    public PackDescriptor {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        indicators = List.copyOf(indicators);
        indicatorSets = List.copyOf(indicatorSets);
        forms = List.copyOf(forms);
        formulas = List.copyOf(formulas);
        Objects.requireNonNull(parametersSchema, "parametersSchema");
        Objects.requireNonNull(parameters, "parameters");
        texts = Sorted.deepCopy(texts);
        documents = List.copyOf(documents);
        unique("indicator", indicators.stream().map(Indicator::code).toList());
        unique("job family", indicatorSets.stream().map(IndicatorSet::jobFamily).toList());
        unique("set", indicatorSets.stream().map(IndicatorSet::code).toList());
        unique("form", forms.stream().map(Form::id).toList());
        unique("formula", formulas.stream().map(FormulaDescriptor::id).toList());
        unique("document", documents.stream().map(Document::id).toList());
        refuseUnknownIndicators(id, indicators, indicatorSets, formulas);
    }

    /** One without documents, as packs made for API 1.0 and 1.1 describe themselves. */
    public PackDescriptor(String id, String version, LocalizedText name, LocalizedText description,
            List<Indicator> indicators, List<IndicatorSet> indicatorSets, List<Form> forms,
            List<FormulaDescriptor> formulas, String parametersSchema, Parameters parameters,
            Map<String, Map<String, String>> texts) {
        this(id, version, name, description, indicators, indicatorSets, forms, formulas, parametersSchema, parameters,
                texts, List.of());
    }

    /** The indicators by code, in the order of the descriptor. */
    public Map<String, Indicator> indicatorsByCode() {
        Map<String, Indicator> byCode = new LinkedHashMap<>();
        indicators.forEach(indicator -> byCode.put(indicator.code(), indicator));
        return byCode;
    }

    /** The set of a job family, empty when the pack has none. */
    public Optional<IndicatorSet> set(String jobFamily) {
        return indicatorSets.stream().filter(set -> set.jobFamily().equals(jobFamily)).findFirst();
    }

    /** The form with this id, empty when the pack has none. */
    public Optional<Form> form(String formId) {
        return forms.stream().filter(form -> form.id().equals(formId)).findFirst();
    }

    /**
     * The forms people are asked: of each name the highest number (since API 1.2). The others are kept for what was
     * answered before.
     */
    public List<Form> newestForms() {
        return NumberedId.newest(forms, Form::id);
    }

    /** The formula descriptor with this id, empty when the pack has none. */
    public Optional<FormulaDescriptor> formula(String formulaId) {
        return formulas.stream().filter(formula -> formula.id().equals(formulaId)).findFirst();
    }

    /** The document with this id, empty when the pack has none (since API 1.2). */
    public Optional<Document> document(String documentId) {
        return documents.stream().filter(document -> document.id().equals(documentId)).findFirst();
    }

    /** The documents people are offered: of each name the highest number (since API 1.2). */
    public List<Document> newestDocuments() {
        return NumberedId.newest(documents, Document::id);
    }

    private static void unique(String what, List<String> keys) {
        for (int i = 0; i < keys.size(); i++) {
            if (keys.indexOf(keys.get(i)) != i) {
                throw new IllegalArgumentException(what + " " + keys.get(i) + " is described twice");
            }
        }
    }

    private static void refuseUnknownIndicators(
            String id, List<Indicator> indicators, List<IndicatorSet> sets, List<FormulaDescriptor> formulas) {
        List<String> known = indicators.stream().map(Indicator::code).toList();
        for (IndicatorSet set : sets) {
            set.items().forEach(item -> refuseUnknown(id, known, item.code(), "set " + set.code()));
        }
        for (FormulaDescriptor formula : formulas) {
            formula.extraIndicators().forEach(code -> refuseUnknown(id, known, code, "formula " + formula.id()));
        }
    }

    private static void refuseUnknown(String id, List<String> known, String code, String where) {
        if (!known.contains(code)) {
            throw new IllegalArgumentException(id + ": " + where + " names unknown indicator " + code);
        }
    }
}
