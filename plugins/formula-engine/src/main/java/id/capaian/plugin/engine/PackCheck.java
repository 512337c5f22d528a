package id.capaian.plugin.engine;

import id.capaian.plugin.api.Document;
import id.capaian.plugin.api.Form;
import id.capaian.plugin.api.FormPurpose;
import id.capaian.plugin.api.FormulaDescriptor;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.RegionPack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What must be right in a pack of either kind before anybody may use it. */
public final class PackCheck {

    /** The languages every text needs. */
    static final List<String> LANGUAGES = List.of("id", "en");

    private PackCheck() {
    }

    /**
     * Looks at descriptor, forms, documents and texts, and asks for every formula once.
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
        checkPurposes(descriptor, problems);
        String textsEnd = pack instanceof DataPack ? ".json" : ".properties";
        descriptor.forms().forEach(form -> FormCheck.check(form, textsEnd, problems));
        descriptor.documents().forEach(document -> DocumentCheck.check(document, problems));
        if (pack instanceof DataPack data) {
            checkDocumentSteps(descriptor, data.personSteps(), problems);
        }
        return problems.list();
    }

    /**
     * As {@link #problems(RegionPack)}, and what is wrong with the files around it: they call it by another id or
     * version, belong to no form, or a Java pack's documents want steps that its examples do not make.
     *
     * @param pack  the pack
     * @param files its files
     */
    public static List<PackProblem> problems(RegionPack pack, PackFiles files) {
        List<PackProblem> problems = new ArrayList<>(problems(pack));
        problems.addAll(leftOver(pack.descriptor(), files));
        try {
            PackManifest manifest = PackManifest.read(files);
            PackDescriptor descriptor = pack.descriptor();
            if (!manifest.id().equals(descriptor.id()) || !manifest.version().equals(descriptor.version())) {
                problems.add(new PackProblem(PackManifest.FILE, 0,
                        "says " + manifest.id() + " " + manifest.version() + ", the pack says " + descriptor.id() + " "
                                + descriptor.version(), "let both take their values from the same build properties"));
            }
            problems.addAll(documentSteps(pack, files));
        } catch (PackInvalid e) {
            problems.addAll(e.problems());
        }
        return problems;
    }

    /** Files of forms that nobody would ever be shown. */
    private static List<PackProblem> leftOver(PackDescriptor descriptor, PackFiles files) {
        Problems problems = new Problems();
        Set<String> bases = descriptor.forms().stream().map(form -> FormFiles.base(form.id()) + ".")
                .collect(Collectors.toSet());
        files.names("forms/", "").stream().filter(file -> bases.stream().noneMatch(file::startsWith))
                .forEach(file -> problems.add(file, 0, "belongs to no form of the pack",
                        "list the form in " + PackManifest.FILE + ", or remove the file"));
        return problems.list();
    }

    /** Of a Java pack only its outcomes tell which steps there are. */
    private static List<PackProblem> documentSteps(RegionPack pack, PackFiles files) throws PackInvalid {
        Problems problems = new Problems();
        if (!(pack instanceof DataPack) && !pack.descriptor().documents().isEmpty()) {
            checkDocumentSteps(pack.descriptor(), GoldenRunner.steps(pack, files), problems);
        }
        return problems.list();
    }

    private static void checkDocumentSteps(PackDescriptor descriptor, Set<String> steps, Problems problems) {
        descriptor.documents().forEach(document -> DocumentCheck.checkSteps(document, steps, problems));
    }

    private static void checkIds(PackDescriptor descriptor, Problems problems) {
        if (!descriptor.id().startsWith("region-")) {
            problems.add("(descriptor)", 0, "pack id " + descriptor.id(), "call it region-<name>");
        }
        List<String> ids = new ArrayList<>();
        descriptor.formulas().stream().map(FormulaDescriptor::id).forEach(ids::add);
        descriptor.forms().stream().map(Form::id).forEach(ids::add);
        for (Document document : descriptor.documents()) {
            if (ids.contains(document.id())) {
                problems.add("(descriptor)", 0, "a form and a document are both called " + document.id(),
                        "call the document otherwise: released-ids.txt names both in one list");
            }
            ids.add(document.id());
        }
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
        ParameterSchema schema = ParameterSchema.of(descriptor.parametersSchema(), problems);
        if (problems.count() == 0 && !schema.defaults().equals(descriptor.parameters())) {
            problems.add(ParameterSchema.FILE, 0, "defaults of the schema differ from those of the descriptor: "
                    + schema.defaults().values() + " and " + descriptor.parameters().values(),
                    "write the same numbers in both");
        }
    }

    private static void checkTexts(PackDescriptor descriptor, Problems problems) {
        Map<String, String> indonesian = descriptor.texts().getOrDefault("id", Map.of());
        Map<String, String> english = descriptor.texts().getOrDefault("en", Map.of());
        missing(indonesian, english, "texts/id.json", "texts/en.json", problems);
        missing(english, indonesian, "texts/en.json", "texts/id.json", problems);
    }

    /** Plans and progress have one form each on the pages; of other purposes there may be several. */
    private static void checkPurposes(PackDescriptor descriptor, Problems problems) {
        for (FormPurpose purpose : List.of(FormPurpose.PLAN, FormPurpose.PROGRESS)) {
            List<String> ids = descriptor.newestForms().stream().filter(form -> form.purpose() == purpose).map(Form::id)
                    .toList();
            if (ids.size() > 1) {
                problems.add("(descriptor)", 0, "has more than one form of purpose " + purpose + ": "
                        + String.join(", ", ids), "keep one name, which the pages show, and join their fields");
            }
        }
    }

    /** Notes the keys of one language the other lacks. */
    static void missing(Map<String, String> from, Map<String, String> in, String fromFile, String file,
            Problems problems) {
        for (String key : from.keySet()) {
            if (in.getOrDefault(key, "").isBlank()) {
                problems.add(file, 0, "text " + key + " is missing",
                        "say it in both languages; " + fromFile + " has it");
            }
        }
    }

    /** The texts of a file; each a text that is not blank. */
    static Map<String, String> texts(JsonFile file) throws PackInvalid {
        try {
            return Json.texts(file.root());
        } catch (Json.Malformed e) {
            Problems problems = new Problems();
            file.note(problems, e, "write \"key\": \"text\"");
            throw new PackInvalid(problems.list());
        }
    }
}
