package id.capaian.plugin.engine;

import id.capaian.plugin.api.Document;
import id.capaian.plugin.api.Form;
import id.capaian.plugin.api.Indicator;
import id.capaian.plugin.api.IndicatorSet;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.RegionPack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes a pack of a data pack's files.
 *
 * <p>A version that was accepted once must stay readable for years, because old scores are computed again with it. A
 * check that could refuse released packs belongs where packs are staged, not here.
 *
 * <p>Example: {@code RegionPack pack = DataPackReader.read(PackJar.read(path).files());}
 */
public final class DataPackReader {

    private static final int MOST_FORMULAS = 40;
    private static final Set<String> WORDS = Set.of("id", "version", "kind", "name", "description", "forms",
            "documents");

    private final PackFiles files;
    private final Problems problems = new Problems();

    private DataPackReader(PackFiles files) {
        this.files = files;
    }

    /**
     * Reads and compiles everything; nothing of a pack is looked at for the first time while people are scored.
     *
     * @param files of a jar, or of a directory while the pack is being written
     * @return a thread-safe pack without classes of its own
     * @throws PackInvalid with every problem found, each with file, line where one can be named, and remedy
     */
    public static RegionPack read(PackFiles files) throws PackInvalid {
        return new DataPackReader(files).read();
    }

    private RegionPack read() throws PackInvalid {
        JsonFile manifest = JsonFile.object(files, PackManifest.FILE);
        PackManifest head = PackManifest.read(manifest);
        if (head.kind() != PackJar.Kind.DATA) {
            throw new PackInvalid(PackManifest.FILE, "this is a Java pack", "load it with PF4J");
        }
        manifest.refuseUnknown(problems, manifest.root(), WORDS);
        Map<String, Indicator> indicators = IndicatorTable.read(files, problems);
        List<IndicatorSet> sets = SetFile.read(files, indicators, problems);
        ParameterSchema parameters = ParameterSchema.read(files, problems);
        List<Form> forms = FormFiles.read(files, manifest, problems);
        List<Document> documents = DocumentFiles.read(files, manifest, problems);
        Map<String, Map<String, String>> texts = texts();
        List<DataFormula.Source> formulas = formulas(indicators, parameters);
        problems.throwIfAny();

        PackDescriptor descriptor = descriptor(head, manifest, List.copyOf(indicators.values()), sets, forms, formulas,
                parameters, texts, documents);
        RegionPack pack = new DataPack(descriptor, compiled(descriptor, formulas, parameters));
        List<PackProblem> found = PackCheck.problems(pack);
        if (!found.isEmpty()) {
            throw new PackInvalid(found);
        }
        return pack;
    }

    private List<DataFormula.Source> formulas(Map<String, Indicator> indicators, ParameterSchema parameters) {
        List<String> names = files.names("formulas/", ".json");
        if (names.size() > MOST_FORMULAS) {
            problems.add(names.get(MOST_FORMULAS), 0, "is one formula too many: a pack has at most " + MOST_FORMULAS,
                    "start a new pack for a new era; old versions stay available");
            return List.of();
        }
        CelLanguage language = new CelLanguage();
        List<DataFormula.Source> formulas = new ArrayList<>();
        for (String name : names) {
            try {
                FormulaFile.read(JsonFile.object(files, name), indicators, parameters, language, problems)
                        .ifPresent(formulas::add);
            } catch (PackInvalid e) {
                problems.addAll(e);
            }
        }
        return formulas;
    }

    private Map<String, Map<String, String>> texts() {
        Map<String, Map<String, String>> texts = new TreeMap<>();
        for (String language : PackCheck.LANGUAGES) {
            String file = "texts/" + language + ".json";
            try {
                if (files.has(file)) {
                    texts.put(language, PackCheck.texts(JsonFile.object(files, file)));
                }
            } catch (PackInvalid e) {
                problems.addAll(e);
            }
        }
        return texts;
    }

    private static PackDescriptor descriptor(PackManifest head, JsonFile manifest, List<Indicator> indicators,
            List<IndicatorSet> sets, List<Form> forms, List<DataFormula.Source> formulas, ParameterSchema parameters,
            Map<String, Map<String, String>> texts, List<Document> documents) throws PackInvalid {
        Problems wrong = new Problems();
        try {
            return new PackDescriptor(head.id(), head.version(), Json.localized(manifest.root(), "name"),
                    Json.localized(manifest.root(), "description"), indicators, sets, forms,
                    formulas.stream().map(DataFormula.Source::descriptor).toList(), parameters.text(),
                    parameters.defaults(), texts, documents);
        } catch (Json.Malformed e) {
            manifest.note(wrong, e, "see the plugin guide on pack.json");
        } catch (IllegalArgumentException e) {
            manifest.note(wrong, manifest.root(), null, String.valueOf(e.getMessage()),
                    "see the plugin guide on pack.json");
        }
        throw new PackInvalid(wrong.list());
    }

    private static Map<String, DataFormula> compiled(
            PackDescriptor descriptor, List<DataFormula.Source> formulas, ParameterSchema parameters) {
        Map<String, DataFormula> compiled = new TreeMap<>();
        for (DataFormula.Source formula : formulas) {
            compiled.put(formula.descriptor().id(), new DataFormula(descriptor, formula, parameters.numeric()));
        }
        return compiled;
    }
}
