package id.capaian.plugin.engine;

import id.capaian.plugin.api.Document;
import id.capaian.plugin.api.DocumentOffer;
import id.capaian.plugin.api.DocumentPurpose;
import id.capaian.plugin.api.Flag;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.Mark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the documents that {@code pack.json} lists, each of two files: its text in two languages. */
final class DocumentFiles {

    private static final int MOST = 20;
    private static final Set<String> WORDS = Set.of("id", "purpose", "name", "offer");
    private static final Set<String> OFFER = Set.of("flags", "result", "behaviour");
    private static final String REMEDY = "give id, purpose, name and offer; see the plugin guide, 5b";

    private final PackFiles files;
    private final JsonFile manifest;
    private final Problems problems;
    private final Set<String> taken = new HashSet<>();

    private DocumentFiles(PackFiles files, JsonFile manifest, Problems problems) {
        this.files = files;
        this.manifest = manifest;
        this.problems = problems;
    }

    static List<Document> read(PackFiles files, JsonFile manifest, Problems problems) {
        DocumentFiles reader = new DocumentFiles(files, manifest, problems);
        List<Document> documents = new ArrayList<>();
        try {
            if (manifest.root().has("documents")) {
                List<JsonNode> listed = Json.objects(manifest.root(), "documents");
                listed.stream().limit(MOST).forEach(entry -> reader.document(entry, documents));
                if (listed.size() > MOST) {
                    manifest.note(problems, listed.get(MOST), null,
                            "is one document too many: a pack has at most " + MOST, "leave out what nobody needs");
                }
            }
        } catch (Json.Malformed e) {
            manifest.note(problems, e, REMEDY);
        }
        return documents;
    }

    /** Where the text of a document is: {@code samarinda.advice@1} has {@code documents/advice@1.id.txt}. */
    static String file(String documentId, String language) {
        return "documents/" + documentId.substring(documentId.indexOf('.') + 1) + "." + language + ".txt";
    }

    private void document(JsonNode entry, List<Document> documents) {
        try {
            manifest.refuseUnknown(problems, entry, WORDS);
            String id = Json.text(entry, "id");
            if (!taken.add(id)) {
                manifest.note(problems, entry, "id", "document " + id + " is listed twice", "keep one");
                return;
            }
            documents.add(new Document(id, Json.localized(entry, "name"),
                    Json.constant(DocumentPurpose.class, entry, "purpose"), offer(entry),
                    new LocalizedText(text(file(id, "id")), text(file(id, "en")))));
        } catch (PackInvalid e) {
            problems.addAll(e);
        } catch (Json.Malformed e) {
            manifest.note(problems, e, REMEDY);
        } catch (IllegalArgumentException e) {
            manifest.note(problems, entry, "id", String.valueOf(e.getMessage()), REMEDY);
        }
    }

    private DocumentOffer offer(JsonNode entry) {
        if (!entry.has("offer")) {
            return DocumentOffer.ALWAYS;
        }
        JsonNode offer = Json.group(entry, "offer");
        manifest.refuseUnknown(problems, offer, OFFER);
        try {
            return new DocumentOffer(Json.constants(Flag.Code.class, offer, "flags"),
                    Json.constants(Mark.class, offer, "result"), Json.constants(Mark.class, offer, "behaviour"));
        } catch (IllegalArgumentException e) {
            throw new Json.Malformed(String.valueOf(e.getMessage()), offer, "flags");
        }
    }

    private String text(String file) throws PackInvalid {
        return files.text(file).filter(text -> !text.isBlank())
                .orElseThrow(() -> new PackInvalid(file, "is missing or empty", "say it in both languages"));
    }
}
