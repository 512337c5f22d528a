package id.capaian.plugin.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Looks at a JSON Schema of a pack: is it one, can it be looked at without the net, and will a check with it end. */
final class SchemaCheck {

    private static final String REMEDY = "write JSON Schema 2020-12";
    private static final int MOST_PARTS = 5_000;
    private static final Set<String> DYNAMIC = Set.of("$dynamicRef", "$dynamicAnchor", "$recursiveRef");

    private final JsonFile file;
    private final Problems problems;
    private final Deque<String> way = new ArrayDeque<>();
    private int parts;

    private SchemaCheck(JsonFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Whether answers can be checked with it; notes what is wrong.
     *
     * @param text the same text the file was read from
     */
    static boolean isUsable(JsonFile file, String text, Problems problems) {
        int before = problems.count();
        Json.hugeNumber(file.root()).ifPresent(at -> problems.add(file.name(), file.lineAt(at),
                at + " has more digits than an answer can need", "write a number people can read"));
        new SchemaCheck(file, problems).follow(file.root());
        if (problems.count() == before) {
            law(file, text, problems);
        }
        return problems.count() == before;
    }

    private static void law(JsonFile file, String text, Problems problems) {
        try {
            Schemas.problems(text).forEach((at, what) -> problems.add(file.name(), file.lineAt(at), what, REMEDY));
            Schemas.compile(text);
        } catch (RuntimeException e) {
            problems.add(file.name(), 0, String.valueOf(e.getMessage()), REMEDY);
        }
    }

    /** Counts what a check would look at: references can make a page of text as large as the sea, or without end. */
    private void follow(JsonNode node) {
        if (++parts > MOST_PARTS) {
            if (parts == MOST_PARTS + 1) {
                problems.add(file.name(), 1, "is larger than " + MOST_PARTS + " parts, with its references followed",
                        "make a smaller form");
            }
            return;
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (DYNAMIC.contains(member.getKey())) {
                file.note(problems, node, member.getKey(), "uses " + member.getKey(), "use $ref and $defs");
            } else if (member.getKey().equals("$ref") && member.getValue().isString()) {
                reference(node, member.getValue().stringValue());
            } else {
                follow(member.getValue());
            }
        }
        if (node.isArray()) {
            node.forEach(this::follow);
        }
    }

    private void reference(JsonNode node, String reference) {
        if (!reference.startsWith("#/")) {
            file.note(problems, node, "$ref", "refers to " + reference, "refer only inside the form, with #/$defs/…");
        } else if (way.contains(reference)) {
            file.note(problems, node, "$ref", "refers to itself: " + reference, "write the rows out");
        } else {
            JsonNode target = file.root().at(JsonPointer.compile(reference.substring(1)));
            if (target.isMissingNode()) {
                file.note(problems, node, "$ref", "refers to " + reference + ", which is not there", "correct it");
            }
            way.push(reference);
            follow(target);
            way.pop();
        }
    }
}
