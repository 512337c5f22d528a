package id.capaian.plugin.engine;

import id.capaian.plugin.api.Form;
import id.capaian.plugin.api.Formula;
import id.capaian.plugin.api.Indicator;
import id.capaian.plugin.api.IndicatorSet;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.RegionPack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Makes a pack of a data pack's files.
 *
 * <p>Example: {@code RegionPack pack = DataPackReader.read(PackJar.read(path).files());}
 */
public final class DataPackReader {

    private DataPackReader() {
    }

    /**
     * Reads and compiles everything; nothing of a pack is looked at for the first time while people are scored.
     *
     * @param files of a jar, or of a directory while the pack is being written
     * @return a thread-safe pack without classes of its own
     * @throws PackInvalid with every problem found
     */
    public static RegionPack read(PackFiles files) throws PackInvalid {
        PackManifest head = PackManifest.read(files);
        if (head.kind() != PackJar.Kind.DATA) {
            throw new PackInvalid(PackManifest.FILE, "this is a Java pack", "load it with PF4J");
        }
        Problems problems = new Problems();
        JsonNode manifest = Json.object(files, PackManifest.FILE);
        List<Indicator> indicators = IndicatorTable.read(files, problems);
        Map<String, Indicator> byCode = new LinkedHashMap<>();
        indicators.forEach(indicator -> byCode.put(indicator.code(), indicator));
        List<IndicatorSet> sets = SetFile.read(files, byCode, problems);
        ParameterSchema parameters = ParameterSchema.read(files);
        List<Form> forms = FormFiles.read(files, manifest, problems);
        Map<String, Map<String, String>> texts = texts(files);
        List<DataFormula.Source> formulas = formulas(files, byCode, parameters, problems);
        problems.throwIfAny();

        PackDescriptor descriptor = descriptor(head, manifest, indicators, sets, forms, formulas, parameters, texts);
        RegionPack pack = new DataPack(descriptor, compiled(descriptor, formulas, parameters));
        List<PackProblem> found = PackCheck.problems(pack);
        if (!found.isEmpty()) {
            throw new PackInvalid(found);
        }
        return pack;
    }

    private static List<DataFormula.Source> formulas(PackFiles files, Map<String, Indicator> indicators,
            ParameterSchema parameters, Problems problems) throws PackInvalid {
        CelLanguage language = new CelLanguage();
        List<DataFormula.Source> formulas = new ArrayList<>();
        for (String file : files.names("formulas/", ".json")) {
            FormulaFile.read(files, file, indicators, parameters.numeric(), language, problems)
                    .ifPresent(formulas::add);
        }
        return formulas;
    }

    private static Map<String, Map<String, String>> texts(PackFiles files) throws PackInvalid {
        Map<String, Map<String, String>> texts = new TreeMap<>();
        for (String language : PackCheck.LANGUAGES) {
            String file = "texts/" + language + ".json";
            if (files.has(file)) {
                texts.put(language, Json.texts(Json.object(files, file)));
            }
        }
        return texts;
    }

    private static PackDescriptor descriptor(PackManifest head, JsonNode manifest, List<Indicator> indicators,
            List<IndicatorSet> sets, List<Form> forms, List<DataFormula.Source> formulas, ParameterSchema parameters,
            Map<String, Map<String, String>> texts) throws PackInvalid {
        try {
            return new PackDescriptor(head.id(), head.version(), Json.localized(manifest, "name"),
                    Json.localized(manifest, "description"), indicators, sets, forms,
                    formulas.stream().map(DataFormula.Source::descriptor).toList(), parameters.text(),
                    parameters.defaults(), texts);
        } catch (Json.Malformed | IllegalArgumentException e) {
            throw new PackInvalid(PackManifest.FILE, String.valueOf(e.getMessage()),
                    "see the plugin guide on pack.json");
        }
    }

    private static Map<String, Formula> compiled(
            PackDescriptor descriptor, List<DataFormula.Source> formulas, ParameterSchema parameters) {
        Map<String, Formula> compiled = new TreeMap<>();
        for (DataFormula.Source formula : formulas) {
            compiled.put(formula.descriptor().id(), new DataFormula(descriptor, formula, parameters.numeric()));
        }
        return compiled;
    }

    /** A pack whose behaviour came from files. */
    private record DataPack(PackDescriptor descriptor, Map<String, Formula> formulas) implements RegionPack {

        @Override
        public Formula formula(String id) {
            Formula formula = formulas.get(id);
            if (formula == null) {
                throw new IllegalArgumentException(descriptor.id() + " has no formula " + id);
            }
            return formula;
        }
    }
}
