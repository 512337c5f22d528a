package id.capaian.plugin.engine;

import id.capaian.plugin.api.Document;
import id.capaian.plugin.api.LocalizedText;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Looks at one document: do both languages say the same, and is everything there that they want filled in. */
final class DocumentCheck {

    private DocumentCheck() {
    }

    /** Notes what is wrong with the text itself. */
    static void check(Document document, Problems problems) {
        DocumentText indonesian = DocumentText.read(file(document, "id"), document.body().id(), problems);
        DocumentText english = DocumentText.read(file(document, "en"), document.body().en(), problems);
        missing(indonesian, english, file(document, "en"), problems);
        missing(english, indonesian, file(document, "id"), problems);
    }

    /**
     * Notes places for steps that no formula makes.
     *
     * @param steps names of all that are made
     */
    static void checkSteps(Document document, Set<String> steps, Problems problems) {
        Map<String, String> bodies = bodies(document.body());
        for (String language : PackCheck.LANGUAGES) {
            String file = file(document, language);
            for (DocumentText.Place place : DocumentText.read(file, bodies.get(language), new Problems()).places()) {
                if (place.step() != null && !steps.contains(place.step())) {
                    problems.add(file, place.line(), "wants step " + place.step() + ", which no formula makes",
                            "write one of " + new TreeSet<>(steps));
                }
            }
        }
    }

    private static void missing(DocumentText from, DocumentText in, String file, Problems problems) {
        Set<String> missing = from.words();
        missing.removeAll(in.words());
        if (!missing.isEmpty()) {
            problems.add(file, 0, "does not say " + missing + ", the other language does",
                    "say the same in both languages");
        }
    }

    private static Map<String, String> bodies(LocalizedText body) {
        return Map.of("id", body.id(), "en", body.en());
    }

    private static String file(Document document, String language) {
        return DocumentFiles.file(document.id(), language);
    }
}
