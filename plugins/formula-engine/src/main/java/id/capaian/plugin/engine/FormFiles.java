package id.capaian.plugin.engine;

import id.capaian.plugin.api.Form;
import id.capaian.plugin.api.FormPurpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads the forms that {@code pack.json} lists, each of four files: schema, layout, texts in two languages. */
final class FormFiles {

    private FormFiles() {
    }

    static List<Form> read(PackFiles files, JsonNode manifest, Problems problems) {
        List<Form> forms = new ArrayList<>();
        for (JsonNode entry : manifest.path("forms")) {
            try {
                forms.add(form(files, entry));
            } catch (PackInvalid e) {
                e.problems().forEach(problem ->
                        problems.add(problem.file(), problem.line(), problem.what(), problem.remedy()));
            } catch (Json.Malformed | IllegalArgumentException e) {
                problems.add(PackManifest.FILE, 0, "form: " + e.getMessage(), "give id, purpose and name");
            }
        }
        return forms;
    }

    /** Where the files of a form are: {@code samarinda.progress@1} has {@code forms/progress@1.*}. */
    static String base(String formId) {
        return "forms/" + formId.substring(formId.indexOf('.') + 1);
    }

    private static Form form(PackFiles files, JsonNode entry) throws PackInvalid {
        String id = Json.text(entry, "id");
        String base = base(id);
        Json.object(files, base + ".schema.json");
        Json.object(files, base + ".ui.json");
        Map<String, Map<String, String>> texts = new TreeMap<>();
        for (String language : PackCheck.LANGUAGES) {
            texts.put(language, Json.texts(Json.object(files, base + "." + language + ".json")));
        }
        return new Form(id, Json.localized(entry, "name"), Json.constant(FormPurpose.class, entry, "purpose"),
                files.text(base + ".schema.json").orElseThrow(), files.text(base + ".ui.json").orElseThrow(), texts);
    }
}
