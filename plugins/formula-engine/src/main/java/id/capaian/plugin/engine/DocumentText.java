package id.capaian.plugin.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of a document in one language, read: headings, paragraphs and lists with places to be filled in.
 *
 * <p>Example: {@code DocumentText.of("# Untuk {name}").fill(Map.of(DocumentField.NAME, "Siti"), Map.of(), List.of())}
 * gives one heading, "Untuk Siti".
 */
public final class DocumentText {

    private static final int MOST_CHARACTERS = 6_000;
    private static final String STEP = "step:";
    private static final String NOTHING = "–";
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern STEP_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");
    private static final Pattern MARKUP = Pattern.compile("<[A-Za-z/!][^>]*>");

    /** A heading, a paragraph or one item, with its places still open. */
    private record Raw(DocumentPart.Kind kind, String text) {
    }

    /** A place to be filled in. */
    record Place(int line, String word) {

        /** The step it names; null when it is no step. */
        @Nullable String step() {
            return word.startsWith(STEP) ? word.substring(STEP.length()) : null;
        }
    }

    private final List<Raw> blocks = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    private DocumentText() {
    }

    /**
     * Reads a body that was checked before.
     *
     * @throws IllegalArgumentException with the first thing wrong with it
     */
    public static DocumentText of(String body) {
        Problems problems = new Problems();
        DocumentText text = read("(document)", body, problems);
        problems.list().stream().findFirst().ifPresent(problem -> {
            throw new IllegalArgumentException(problem.toString());
        });
        return text;
    }

    /** Reads a body and notes everything wrong with it. */
    static DocumentText read(String file, String body, Problems problems) {
        DocumentText text = new DocumentText();
        if (body.length() > MOST_CHARACTERS) {
            problems.add(file, 0, "has " + body.length() + " characters, at most " + MOST_CHARACTERS,
                    "keep it to a page or two");
            return text;
        }
        List<String> lines = body.lines().map(String::strip).toList();
        boolean open = false;
        for (int i = 0; i < lines.size(); i++) {
            text.check(file, i + 1, lines.get(i), problems);
            open = text.take(lines.get(i), open);
        }
        return text;
    }

    /** The places to be filled in, in the order of the text. */
    List<Place> places() {
        return List.copyOf(places);
    }

    /** What must be the same in both languages. */
    TreeSet<String> words() {
        TreeSet<String> words = new TreeSet<>();
        places.forEach(place -> words.add("{" + place.word() + "}"));
        return words;
    }

    /**
     * Fills in; what is not given becomes a dash.
     *
     * @param values   by place, {@link DocumentField#TRAINING} aside
     * @param steps    values of steps by name
     * @param training what is suggested, an item each
     */
    public List<DocumentPart> fill(Map<DocumentField, String> values, Map<String, String> steps,
            List<String> training) {
        List<DocumentPart> parts = new ArrayList<>();
        List<String> items = new ArrayList<>();
        for (Raw block : blocks) {
            if (block.kind() == DocumentPart.Kind.LIST) {
                items.addAll(isTraining(block.text()) ? training : List.of(filled(block.text(), values, steps)));
            } else {
                close(items, parts);
                parts.add(new DocumentPart(block.kind(), List.of(filled(block.text(), values, steps))));
            }
        }
        close(items, parts);
        return parts;
    }

    private static void close(List<String> items, List<DocumentPart> parts) {
        if (!items.isEmpty()) {
            parts.add(new DocumentPart(DocumentPart.Kind.LIST, items));
            items.clear();
        }
    }

    private static String filled(String text, Map<DocumentField, String> values, Map<String, String> steps) {
        return BRACES.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                value(new Place(0, found.group(1)), values, steps)));
    }

    private static String value(Place place, Map<DocumentField, String> values, Map<String, String> steps) {
        String step = place.step();
        return step != null ? steps.getOrDefault(step, NOTHING)
                : DocumentField.of(place.word()).map(values::get).orElse(NOTHING);
    }

    private static boolean isTraining(String text) {
        return text.equals("{" + DocumentField.TRAINING.word() + "}");
    }

    /** Whether a paragraph is open after this line. */
    private boolean take(String line, boolean open) {
        if (line.isEmpty()) {
            return false;
        }
        if (line.startsWith("# ") || line.startsWith("- ")) {
            blocks.add(new Raw(line.startsWith("#") ? DocumentPart.Kind.HEADING : DocumentPart.Kind.LIST,
                    line.substring(2).strip()));
            return false;
        }
        String before = open ? blocks.remove(blocks.size() - 1).text() + " " : "";
        blocks.add(new Raw(DocumentPart.Kind.PARAGRAPH, before + line));
        return true;
    }

    private void check(String file, int number, String line, Problems problems) {
        if (line.startsWith("#") && !line.startsWith("# ") || line.startsWith("-") && !line.startsWith("- ")) {
            problems.add(file, number, "begins with " + line.charAt(0) + " and no blank after it",
                    "write \"# \" before a heading, \"- \" before an item; there are no others");
        }
        if (MARKUP.matcher(line).find()) {
            problems.add(file, number, "has markup", "write plain text; the platform lays it out");
        }
        Matcher found = BRACES.matcher(line);
        while (found.find()) {
            place(file, new Place(number, found.group(1)), line, problems);
        }
        if (BRACES.matcher(line).replaceAll("").matches(".*[{}].*")) {
            problems.add(file, number, "has a brace that opens or closes nothing", "write a place as {name}");
        }
    }

    private void place(String file, Place place, String line, Problems problems) {
        places.add(place);
        boolean known = place.step() == null ? DocumentField.of(place.word()).isPresent()
                : STEP_NAME.matcher(place.step()).matches();
        if (!known) {
            problems.add(file, place.line(), "unknown place {" + place.word() + "}",
                    "write one of " + DocumentField.words() + ", or step:<name of a step>");
        }
        if (place.word().equals(DocumentField.TRAINING.word()) && !(line.startsWith("- ")
                && isTraining(line.substring(2).strip()))) {
            problems.add(file, place.line(), "{training} stands in other text",
                    "write it alone in an item: - {training}");
        }
    }
}
