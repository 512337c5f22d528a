package id.capaian.plugin.engine;

import id.capaian.plugin.api.Form;
import id.capaian.plugin.api.FormPurpose;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads the forms that {@code pack.json} lists, each of four files: schema, layout, texts in two languages. */
final class FormFiles {

    private static final Set<String> WORDS = Set.of("id", "purpose", "name");
    private static final String REMEDY = "give id, purpose and name";

    private final PackFiles files;
    private final JsonFile manifest;
    private final Problems problems;
    private final Set<String> taken = new HashSet<>();

    private FormFiles(PackFiles files, JsonFile manifest, Problems problems) {
        this.files = files;
        this.manifest = manifest;
        this.problems = problems;
    }

    static List<Form> read(PackFiles files, JsonFile manifest, Problems problems) {
        FormFiles reader = new FormFiles(files, manifest, problems);
        List<Form> forms = new ArrayList<>();
        try {
            if (manifest.root().has("forms")) {
                Json.objects(manifest.root(), "forms").forEach(entry -> reader.form(entry, forms));
            }
        } catch (Json.Malformed e) {
            manifest.note(problems, e, REMEDY);
        }
        return forms;
    }

    /** Where the files of a form are: {@code samarinda.progress@1} has {@code forms/progress@1.*}. */
    static String base(String formId) {
        return "forms/" + formId.substring(formId.indexOf('.') + 1);
    }

    private void form(JsonNode entry, List<Form> forms) {
        try {
            manifest.refuseUnknown(problems, entry, WORDS);
            String id = Json.text(entry, "id");
            if (!taken.add(id)) {
                manifest.note(problems, entry, "id", "form " + id + " is listed twice", "keep one");
                return;
            }
            Map<String, Map<String, String>> texts = new TreeMap<>();
            for (String language : PackCheck.LANGUAGES) {
                texts.put(language, texts(base(id) + "." + language + ".json"));
            }
            forms.add(new Form(id, Json.localized(entry, "name"), Json.constant(FormPurpose.class, entry, "purpose"),
                    text(base(id) + ".schema.json"), text(base(id) + ".ui.json"), texts));
        } catch (PackInvalid e) {
            problems.addAll(e);
        } catch (Json.Malformed e) {
            manifest.note(problems, e, REMEDY);
        } catch (IllegalArgumentException e) {
            manifest.note(problems, entry, "id", String.valueOf(e.getMessage()), REMEDY);
        }
    }

    private String text(String file) throws PackInvalid {
        return files.text(file).orElseThrow(() -> new PackInvalid(file, "is missing", "add it to the pack"));
    }

    private Map<String, String> texts(String file) throws PackInvalid {
        return PackCheck.texts(JsonFile.object(files, file));
    }
}
