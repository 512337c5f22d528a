package id.capaian.plugin.engine;

import id.capaian.plugin.api.Form;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Whether a form has the texts it needs, each in both languages. */
final class FormTexts {

    private final Form form;
    private final String base;
    private final String end;
    private final Problems problems;
    private final Set<String> noted = new HashSet<>();

    FormTexts(Form form, String base, String end, Problems problems) {
        this.form = form;
        this.base = base;
        this.end = end;
        this.problems = problems;
    }

    /** Notes in which language a text is missing that an element of the layout shows. */
    void need(String key, JsonFile layout, JsonNode element) {
        for (String language : PackCheck.LANGUAGES) {
            if (of(language).getOrDefault(key, "").isBlank() && noted.add(file(language) + " " + key)) {
                problems.add(file(language), 0, "text " + key + " is missing",
                        "add it; " + layout.name() + ":" + layout.line(element) + " shows it");
            }
        }
    }

    /** Notes texts that are there in one language only. */
    void sameKeys() {
        sameKeys("id", "en");
        sameKeys("en", "id");
    }

    private void sameKeys(String from, String in) {
        Map<String, String> rest = new TreeMap<>(of(from));
        rest.keySet().removeIf(key -> noted.contains(file(in) + " " + key));
        PackCheck.missing(rest, of(in), file(from), file(in), problems);
    }

    private Map<String, String> of(String language) {
        return form.texts().getOrDefault(language, Map.of());
    }

    private String file(String language) {
        return base + "." + language + end;
    }
}
