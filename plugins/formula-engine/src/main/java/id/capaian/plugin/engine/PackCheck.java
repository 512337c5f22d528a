package id.capaian.plugin.engine;

import id.capaian.plugin.api.Form;
import id.capaian.plugin.api.FormulaDescriptor;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.RegionPack;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What must be right in a pack of either kind before anybody may use it. */
public final class PackCheck {

    /** The languages every text needs. */
    static final List<String> LANGUAGES = List.of("id", "en");

    private PackCheck() {
    }

    /**
     * Looks at descriptor, forms and texts, and asks for every formula once.
     *
     * @return everything wrong; empty when the pack may be used
     */
    public static List<PackProblem> problems(RegionPack pack) {
        PackDescriptor descriptor = pack.descriptor();
        Problems problems = new Problems();
        if (!descriptor.equals(pack.descriptor())) {
            problems.add("(descriptor)", 0, "changes between two calls", "build it from constants");
        }
        checkIds(descriptor, problems);
        checkFormulas(pack, problems);
        checkParameters(descriptor, problems);
        checkTexts(descriptor, problems);
        descriptor.forms().forEach(form -> FormCheck.check(form, problems));
        return problems.list();
    }

    /**
     * As {@link #problems(RegionPack)}, and whether the pack's files call it by the same id and version.
     *
     * @param pack  the pack
     * @param files its files
     */
    public static List<PackProblem> problems(RegionPack pack, PackFiles files) {
        List<PackProblem> problems = new ArrayList<>(problems(pack));
        try {
            PackManifest manifest = PackManifest.read(files);
            PackDescriptor descriptor = pack.descriptor();
            if (!manifest.id().equals(descriptor.id()) || !manifest.version().equals(descriptor.version())) {
                problems.add(new PackProblem(PackManifest.FILE, 0,
                        "says " + manifest.id() + " " + manifest.version() + ", the pack says " + descriptor.id() + " "
                                + descriptor.version(), "let both take their values from the same build properties"));
            }
        } catch (PackInvalid e) {
            problems.addAll(e.problems());
        }
        return problems;
    }

    private static void checkIds(PackDescriptor descriptor, Problems problems) {
        if (!descriptor.id().startsWith("region-")) {
            problems.add("(descriptor)", 0, "pack id " + descriptor.id(), "call it region-<name>");
        }
        List<String> ids = new ArrayList<>();
        descriptor.formulas().stream().map(FormulaDescriptor::id).forEach(ids::add);
        descriptor.forms().stream().map(Form::id).forEach(ids::add);
        Set<String> regions = new TreeSet<>();
        ids.forEach(id -> regions.add(id.substring(0, id.indexOf('.'))));
        if (regions.size() > 1) {
            problems.add("(descriptor)", 0, "ids start with different regions " + regions,
                    "use one name before the dot");
        }
        if (descriptor.formulas().isEmpty()) {
            problems.add("(descriptor)", 0, "has no formula", "add one under formulas/");
        }
    }

    private static void checkFormulas(RegionPack pack, Problems problems) {
        for (FormulaDescriptor formula : pack.descriptor().formulas()) {
            try {
                pack.formula(formula.id());
            } catch (RuntimeException e) {
                problems.add("(descriptor)", 0,
                        "describes formula " + formula.id() + " but has none: " + e.getMessage(),
                        "return it from formula(id)");
            }
        }
    }

    private static void checkParameters(PackDescriptor descriptor, Problems problems) {
        if (!FormCheck.isSchema(descriptor.parametersSchema(), ParameterSchema.FILE, problems)) {
            return;
        }
        try {
            ParameterSchema schema = ParameterSchema.of(descriptor.parametersSchema());
            if (!schema.defaults().equals(descriptor.parameters())) {
                problems.add(ParameterSchema.FILE, 0, "defaults of the schema differ from those of the descriptor",
                        "write the same numbers in both");
            }
            PackParameters.errors(descriptor, "{}", Locale.ENGLISH).forEach(error ->
                    problems.add(ParameterSchema.FILE, 0, error.pointer() + ": " + error.message(),
                            "give a default that the schema allows"));
        } catch (Json.Malformed | IllegalArgumentException e) {
            problems.add(ParameterSchema.FILE, 0, String.valueOf(e.getMessage()),
                    "one flat object, each parameter with type and default");
        }
    }

    private static void checkTexts(PackDescriptor descriptor, Problems problems) {
        Map<String, String> indonesian = descriptor.texts().getOrDefault("id", Map.of());
        Map<String, String> english = descriptor.texts().getOrDefault("en", Map.of());
        missing(indonesian, english, "texts/en.json", problems);
        missing(english, indonesian, "texts/id.json", problems);
    }

    /** Notes the keys of one language the other lacks. */
    static void missing(Map<String, String> from, Map<String, String> in, String file, Problems problems) {
        for (String key : from.keySet()) {
            if (in.getOrDefault(key, "").isBlank()) {
                problems.add(file, 0, "text " + key + " is missing", "say it in both languages");
            }
        }
    }
}
