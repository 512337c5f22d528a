package id.capaian.plugin.engine;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/** A JSON file of a pack that knows the line of every object, list and member in it, so that a problem can name it. */
final class JsonFile {

    /** Where an object or list begins, and where its members stand. */
    private record Lines(int start, Map<String, Integer> members) {
    }

    private final String name;
    private final JsonNode root;
    private final Map<JsonNode, Lines> lines = new IdentityHashMap<>();

    private JsonFile(String name, String text) throws PackInvalid {
        this.name = name;
        try {
            this.root = Json.MAPPER.readTree(text);
            try (JsonParser parser = Json.MAPPER.createParser(text)) {
                parser.nextToken();
                index(parser, root);
            }
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            throw new PackInvalid(List.of(new PackProblem(name, at == null ? 0 : at.getLineNr(),
                    "is not valid JSON: " + e.getOriginalMessage(), "correct the syntax")));
        }
    }

    /** A file that holds an object. */
    static JsonFile object(PackFiles files, String name) throws PackInvalid {
        return object(name, text(files, name));
    }

    /** As {@link #object(PackFiles, String)}, of a text that is at hand. */
    static JsonFile object(String name, String text) throws PackInvalid {
        JsonFile file = new JsonFile(name, text);
        if (!file.root.isObject()) {
            throw new PackInvalid(List.of(new PackProblem(name, 1, "is not a JSON object", "start it with {")));
        }
        return file;
    }

    /** A file that holds a list. */
    static JsonFile list(PackFiles files, String name) throws PackInvalid {
        JsonFile file = new JsonFile(name, text(files, name));
        if (!file.root.isArray()) {
            throw new PackInvalid(List.of(new PackProblem(name, 1, "is not a JSON array", "start it with [")));
        }
        return file;
    }

    private static String text(PackFiles files, String name) throws PackInvalid {
        return files.text(name).orElseThrow(() -> new PackInvalid(name, "is missing", "add it to the pack"));
    }

    String name() {
        return name;
    }

    JsonNode root() {
        return root;
    }

    /** Line of an object or list of this file, from 1; 0 when it is not of this file. */
    int line(@Nullable JsonNode container) {
        Lines at = lines.get(container);
        return at == null ? 0 : at.start();
    }

    /** Line of a member; of its object when it has no such member. */
    int line(JsonNode container, @Nullable String member) {
        Lines at = lines.get(container);
        return at == null ? 0 : at.members().getOrDefault(member, at.start());
    }

    /** Line of what a JSON pointer names, or of the last part of the way to it that is there. */
    int lineAt(String pointer) {
        JsonNode at = root;
        int line = line(root);
        for (String escaped : pointer.split("/")) {
            if (escaped.isEmpty() || !at.isContainer()) {
                continue;
            }
            String part = escaped.replace("~1", "/").replace("~0", "~");
            line = at.isObject() ? line(at, part) : line;
            JsonNode next = at.isArray() && part.chars().allMatch(Character::isDigit)
                    ? at.path(Integer.parseInt(part)) : at.path(part);
            if (next.isMissingNode()) {
                return line;
            }
            at = next;
            line = line(at) == 0 ? line : line(at);
        }
        return line;
    }

    void note(Problems problems, JsonNode container, @Nullable String member, String what, String remedy) {
        problems.add(name, line(container, member), what, remedy);
    }

    void note(Problems problems, Json.Malformed malformed, String remedy) {
        JsonNode container = malformed.container() == null ? root : malformed.container();
        note(problems, container, malformed.member(), String.valueOf(malformed.getMessage()), remedy);
    }

    /** Notes members nobody reads: a misspelt word must not be passed over in silence. */
    void refuseUnknown(Problems problems, JsonNode object, Set<String> words) {
        for (String member : object.propertyNames()) {
            if (!words.contains(member)) {
                note(problems, object, member, "unknown word \"" + member + "\"",
                        "write one of " + new TreeSet<>(words) + ", or leave it out");
            }
        }
    }

    private void index(JsonParser parser, JsonNode node) {
        int start = parser.currentTokenLocation().getLineNr();
        if (node.isObject()) {
            Map<String, Integer> members = new HashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String member = parser.currentName();
                members.put(member, parser.currentTokenLocation().getLineNr());
                parser.nextToken();
                index(parser, node.get(member));
            }
            lines.put(node, new Lines(start, members));
        } else if (node.isArray()) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                index(parser, node.get(i));
            }
            lines.put(node, new Lines(start, Map.of()));
        }
    }
}
